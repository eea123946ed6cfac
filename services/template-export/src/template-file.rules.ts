import type { TemplateDataType } from '@roundtrip/contracts';

const twoDigits = (n: number) => String(n).padStart(2, '0');

/** `yyyymmdd-hhmm`, UTC. */
function timestamp(at: Date): string {
  const day = `${at.getUTCFullYear()}${twoDigits(at.getUTCMonth() + 1)}${twoDigits(at.getUTCDate())}`;
  return `${day}-${twoDigits(at.getUTCHours())}${twoDigits(at.getUTCMinutes())}`;
}

/** Name of a template's files without ending, e.g. `contact-criteria_TEACHERS_20260131-0905`. */
export function templateName(dataType: TemplateDataType, targetCode: string, at: Date): string {
  return `contact-${dataType}_${targetCode}_${timestamp(at)}`;
}

/** Name of a .csv in the zip; parts count from 1. */
export function partName(name: string, part: number, numbered: boolean): string {
  return numbered ? `${name}_${part}.csv` : `${name}.csv`;
}
