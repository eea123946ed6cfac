export { languageNames, localeOf } from './locales.js';
export type { ParamsOf } from './message-params.js';
export { messageText } from './message.js';
export { englishFault, problemText } from './problem-text.js';
export { type Said, type Sentence, sentence, type SentenceId, type SentenceParams } from './sentence.js';
export {
  codeText,
  isSameSaid,
  type IssueWords,
  issueWords,
  saidParams,
  saidText,
  sentencesText,
} from './sentences-text.js';
export { type MessageTree, type Spoken, spoken, type Translated } from './spoken.js';
