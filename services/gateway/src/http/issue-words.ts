import type { Issue, Language, RecordedIssue } from '@roundtrip/contracts';
import { issueWords } from '@roundtrip/words';

/** An error or a warning in the language of whoever asks. */
export function toIssue(language: Language, recorded: RecordedIssue): Issue {
  const { message: _message, hint: _hint, ...found } = recorded;
  const { message = '', hint, params } = issueWords(language, recorded);
  return { ...found, message, ...(hint !== undefined && { hint }), ...(params && { params }) };
}
