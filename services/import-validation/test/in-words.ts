import type { Said } from '@roundtrip/contracts';
import { saidText } from '@roundtrip/words';

type Words<T> = Omit<T, 'message' | 'detail' | 'hint'> & { message: string; detail: string; hint: string };

/** What was found, with its sentences in English. */
export const inWords = <T extends { message?: unknown; detail?: Said; hint?: Said | undefined }>(
  found: T,
): Words<T> => ({
  ...found,
  message: textOf(found.message as Said | undefined),
  detail: textOf(found.detail),
  hint: textOf(found.hint),
});

const textOf = (said: Said | undefined): string => (said === undefined ? '' : saidText('en', said));
