const MAX_CHARACTERS = 200;

/** A name as people may see it: its last part, without control characters and characters that turn the direction of text. */
export function plainFileName(given: string | undefined): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  const visible = last
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  if (/^\.*$/.test(visible)) return 'upload.csv';
  const characters = Array.from(visible);
  if (characters.length <= MAX_CHARACTERS) return visible;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(visible)?.[0] ?? '';
  return characters.slice(0, MAX_CHARACTERS - ending.length).join('') + ending;
}

/** Forms of a report: that in which the file came, which may have become too long for one workbook. */
export const reportEndings = ['csv', 'xlsx', 'zip'] as const;
export type ReportEnding = (typeof reportEndings)[number];

/** Name of a report about a file, e.g. `teachers_rejected-lines.csv`. */
export const reportName = (fileName: string, report: 'rejected-lines' | 'changes', ending: ReportEnding): string =>
  `${fileName.replace(/\.(?:csv|zip|txt|xlsx)$/i, '')}_${report}.${ending}`;
