import type { Issue } from '@roundtrip/contracts';

/** Warnings about a file as a whole. */

/** @param part from 1, in a file of several */
export const encodingAssumed = (part: number | undefined): Issue => ({
  code: 'ENCODING_ASSUMED',
  ...(part !== undefined && { part }),
  message: `${part === undefined ? 'The file' : `Part ${part}`} is not saved as UTF-8; its letters were read as Windows-1252, as older programs write them.`,
  hint: 'Look whether names and texts with accents are right in the result: letters that Windows-1252 does not have, such as Ł or ő, were saved as question marks. To be sure, save the file as “CSV UTF-8” and upload that.',
});

/** People of all time zones work together: theirs is not known here. */
const dayAndTime = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' at ')} (UTC)`;

/** @param usedAt when the earlier update was asked for; undefined when nothing is known of it any more */
export const sameFileAgain = (usedAt: Date | undefined): Issue => ({
  code: 'SAME_FILE_AGAIN',
  message: `The same file was already used for an update${usedAt ? `, on ${dayAndTime(usedAt)}` : ''}.`,
  hint: 'Lines that were applied then show as unchanged now, unless somebody has changed them since.',
});
