const dayMs = 86_400_000;
const daySeconds = 86_400;
const lastDay = 2_958_465;
/** Serial number 0 of the two systems, as days from 1970. */
const zero1900 = Date.UTC(1899, 11, 30) / dayMs;
const zero1904 = Date.UTC(1904, 0, 1) / dayMs;

export interface CellDate {
  /** `YYYY-MM-DD`, with ` HH:MM:SS` behind it where there is a time of day. */
  text: string;
  hasTime: boolean;
}

/**
 * A serial number as its day. In the 1900 system day 60 is the 29 February 1900 that never was, and the days before it count from another
 * zero. @returns undefined when a spreadsheet shows no date for it either
 */
export function serialDate(serial: number, is1904: boolean): CellDate | undefined {
  const seconds = Math.round(serial * daySeconds);
  const day = Math.floor(seconds / daySeconds);
  if (day < 0 || day > lastDay) return undefined;
  return dateOf(is1904 ? isoDay(zero1904 + day) : dayOf1900(day), seconds - day * daySeconds);
}

function dayOf1900(day: number): string {
  if (day === 0) return '1900-01-00';
  return day === 60 ? '1900-02-29' : isoDay(zero1900 + (day < 60 ? day + 1 : day));
}

const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

const dateOf = (day: string, seconds: number): CellDate =>
  seconds === 0
    ? { text: day, hasTime: false }
    : { text: `${day} ${new Date(seconds * 1000).toISOString().slice(11, 19)}`, hasTime: true };

/** A cell of the type `d` (ISO 8601). */
export function isoDate(text: string): CellDate | undefined {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(text.trim()) ?? [];
  if (day === undefined) return undefined;
  return time !== undefined && /[1-9]/.test(time)
    ? { text: `${day} ${time}`, hasTime: true }
    : { text: day, hasTime: false };
}

/** Whether numbers in this format are shown as a date or a time of day. @param format as the workbook writes it */
export function isDateFormat(format: string): boolean {
  const [first = ''] = format.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  const bare = first.replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/^general$/i.test(bare.trim()) && /[dmyhs]/i.test(bare.replaceAll(/general/gi, ''));
}

/** Formats that have a number and no text (ISO 29500, 18.8.30), those of East Asia included. */
export const isDateFormatId = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
