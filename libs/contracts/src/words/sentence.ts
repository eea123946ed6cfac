/** What stands in the place of a parameter of a message: a moment is a number of milliseconds since 1970. */
export type SentenceParams = Readonly<Record<string, string | number>>;

/** What is to be said, and nothing of how: it is stored and sent, and becomes words where somebody reads it (libs/words). */
export interface Sentence {
  readonly say: string;
  readonly with?: SentenceParams | undefined;
}

/** Sentences, one after the other. Versions before have stored their English words. */
export type Said = readonly Sentence[] | string;
