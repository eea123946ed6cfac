export { languageNames, localeOf, type SpokenLanguage, spokenLanguages } from './locales.js';
export type { ParamsOf } from './message-params.js';
export { messageText, type Params } from './message.js';
export { problemText } from './problem-text.js';
export { saidText, sentence, type SentenceId, sentencesText } from './sentence.js';
export { type MessageTree, type Spoken, spoken, type Translated } from './spoken.js';
