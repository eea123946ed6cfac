import type { CellStyle } from '@roundtrip/xlsx';

const header = { locked: true, bold: true, wrap: true } as const;

/** Grey is what is kept, white what may be filled in. */
export const styles = {
  kept: { locked: true, color: '595959', fill: 'EDEDED' },
  person: { locked: true, fill: 'F7F7F7' },
  open: { locked: false },
  wrong: { locked: false, fill: 'FFC7CE', color: '9C0006' },
  wrongKept: { locked: true, fill: 'FFC7CE', color: '9C0006' },
  errors: { locked: true, color: '9C0006' },
  keptHeader: { ...header, fill: 'D9D9D9', color: '404040' },
  openHeader: { ...header, fill: '2F5597', color: 'FFFFFF' },
  errorsHeader: { ...header, fill: 'C00000', color: 'FFFFFF' },
  text: { locked: true },
  paragraph: { locked: true, wrap: true },
  title: { locked: true, bold: true, size: 16 },
  heading: { locked: true, bold: true, size: 12 },
} as const satisfies Record<string, CellStyle>;
