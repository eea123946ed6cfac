const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Of a file that we have made, by its name. */
export function mediaTypeOf(name: string): string {
  if (name.endsWith('.xlsx')) return workbook;
  return name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/zip';
}
