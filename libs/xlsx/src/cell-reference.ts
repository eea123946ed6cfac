/** Column of `AB12` from 0; -1 when it is no reference. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    const letter = code >= 0x61 ? code - 0x60 : code - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > 0xffffff) return -1;
  }
  return at > 0 && at < reference.length ? column - 1 : -1;
}

/** The letters of a column from 0: `A`, …, `AA`. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(0x41 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
