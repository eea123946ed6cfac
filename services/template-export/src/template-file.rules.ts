import type { TemplateDataType, TemplateFormat } from '@roundtrip/contracts';

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

/** What is delivered: a workbook by itself is, everything else is in a .zip. */
export const fileName = (name: string, format: TemplateFormat, numbered: boolean): string =>
  format === 'xlsx' && !numbered ? `${name}.xlsx` : `${name}.zip`;

/** Name of a part, which counts from 1. */
export function partName(name: string, format: TemplateFormat, part: number, numbered: boolean): string {
  return numbered ? `${name}_${part}.${format}` : `${name}.${format}`;
}
