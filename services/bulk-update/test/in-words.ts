import type { Said } from '@roundtrip/contracts';
import { saidText } from '@roundtrip/words';

/** What was found, with its sentences in English. */
export const inWords = <T extends { message: Said; hint?: Said | undefined }>(found: T) => ({
  ...found,
  message: saidText('en', found.message),
  hint: saidText('en', found.hint ?? []),
});
