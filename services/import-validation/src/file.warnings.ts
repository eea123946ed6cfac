import type { Issue } from '@roundtrip/contracts';

/** Warnings about a file as a whole. */

/** People of all time zones work together: theirs is not known here. */
const dayAndTime = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' at ')} (UTC)`;

/** @param usedAt when the earlier update was asked for; undefined when nothing is known of it any more */
export const sameFileAgain = (usedAt: Date | undefined): Issue => ({
  code: 'SAME_FILE_AGAIN',
  message: `The same file was already used for an update${usedAt ? `, on ${dayAndTime(usedAt)}` : ''}.`,
  hint: 'Lines that were applied then show as unchanged now, unless somebody has changed them since.',
});
