/** Injection token of a `Database` for reads that may look at every contact of an institution. */
export const HEAVY_POOL = Symbol('HEAVY_POOL');

/** Injection token of a `Database` for what happens to jobs: messages and sweeps. */
export const JOB_POOL = Symbol('JOB_POOL');
