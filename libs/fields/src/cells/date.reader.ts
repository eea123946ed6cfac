import { sentence } from '@roundtrip/words/sentence';
import { type FilledReading } from './cell-reading.js';
import { quote } from './cell-text.js';

const yearFirst = /^(\d{4})-(\d\d)-(\d\d)$/;
const dayFirst = /^(\d\d)([./])(\d\d)\2(\d{4})$/;
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function isRealDate(year: number, month: number, day: number): boolean {
  if (year < 1 || day < 1) return false;
  const last = month === 2 && isLeap(year) ? 29 : (daysOfMonth[month - 1] ?? 0);
  return day <= last;
}

/** `YYYY-MM-DD` of a real date, else undefined. */
export function parseIsoDate(text: string): string | undefined {
  const parts = yearFirst.exec(text);
  return parts && isRealDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) ? text : undefined;
}

/** Any of the three forms (`YYYY-MM-DD`, `DD.MM.YYYY`, `DD/MM/YYYY`) as `YYYY-MM-DD`; undefined when it is no real date. */
export function parseDate(text: string): string | undefined {
  const parts = dayFirst.exec(text);
  return parseIsoDate(parts ? `${parts[4]}-${parts[3]}-${parts[1]}` : text);
}

export const dateReader =
  (fieldLabel: string) =>
  (text: string): FilledReading => {
    const value = parseDate(text);
    if (value !== undefined) return { value };
    const looksRight = yearFirst.test(text) || dayFirst.test(text);
    return {
      error: {
        code: 'DATE_INVALID',
        message: [sentence(looksRight ? 'date-unreal' : 'date-unreadable', { value: quote(text), field: fieldLabel })],
        hint: [sentence('date-how')],
      },
    };
  };
