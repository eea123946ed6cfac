// How long anything may take while somebody waits for an answer, the longest first: each is shorter than what waits for it.

/** Who somebody is: the provider may have to be asked, for tokens and for what it says of them. Before the answer begins. */
export const CREDENTIAL_MS = 10_000;
/** One question to the provider. */
export const PROVIDER_S = 3;
/** The answer of a route, unless it says otherwise. */
export const ANSWER_MS = 8_000;
/** The database or the object store, of an answer that has more time than others. */
export const STORE_MS = 6_000;
/** The body of a request that is no upload. */
export const ARRIVAL_MS = 5_000;
/** The record of what is about to be done. */
export const RECORD_MS = 4_000;
/** Kafka, of a command that is answered only after it: its own patience is longer than a client's. */
export const COMMAND_MS = 4_000;
/** Kafka, of a job: what it does not take by then is published by the watch. */
export const JOB_MS = 3_000;
