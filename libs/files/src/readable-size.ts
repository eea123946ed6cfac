const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** A size for people, rounded down: 8 kB, 1.5 MB, 1 GB. */
export function readableSize(bytes: number): { size: number; unit: (typeof units)[number] } {
  let size = bytes;
  let unit = 0;
  for (; size >= 1000 && unit < units.length - 1; unit++) size /= 1000;
  return { size: Math.floor(size * 10) / 10, unit: units[unit]! };
}
