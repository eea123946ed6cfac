import type { Language } from '@roundtrip/contracts';
import { localeOf } from '@roundtrip/words';

export const numberText = (language: Language, value: number): string =>
  new Intl.NumberFormat(localeOf[language]).format(value);

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** In the largest unit of which there is one; three digits tell enough. */
export function sizeText(language: Language, bytes: number): string {
  const thousands = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 3);
  const unit = units[thousands] ?? 'byte';
  return new Intl.NumberFormat(localeOf[language], {
    style: 'unit',
    unit,
    // Bytes are words, and have no sign.
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** thousands);
}
