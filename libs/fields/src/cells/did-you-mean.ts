import { type Sentence, sentence } from '@roundtrip/words/sentence';

/** Nothing where nothing is near. */
export const didYouMean = (meant: string | undefined): Sentence[] =>
  meant === undefined ? [] : [sentence('did-you-mean', { meant })];
