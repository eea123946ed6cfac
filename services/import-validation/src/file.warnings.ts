import type { Issue } from '@roundtrip/contracts';

/** Warnings about a file as a whole. */

/** @param part from 1, in a file of several */
export const encodingAssumed = (part: number | undefined): Issue => ({
  code: 'ENCODING_ASSUMED',
  ...(part !== undefined && { part }),
  message: `${part === undefined ? 'The file' : `Part ${part}`} is not UTF-8; it was read as Windows-1252.`,
  hint: 'Check texts with accents in the result: letters that Windows-1252 does not have, such as Ł or ő, were saved as question marks. Save as “CSV UTF-8” to be sure.',
});

export const sameFileAgain = (importId: string): Issue => ({
  code: 'SAME_FILE_AGAIN',
  message: `The same file was already used for the update ${importId}.`,
  hint: 'Lines that were applied then show as unchanged now, unless somebody has changed them since.',
});
