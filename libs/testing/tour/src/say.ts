export function step(number: number, title: string): void {
  console.log(`\nStep ${number}. ${title}\n`);
}

export function say(...lines: string[]): void {
  for (const line of lines) console.log(`  ${line}`);
}

/** Columns side by side, each as wide as its widest cell. */
export function sayTable(rows: readonly (readonly (string | number)[])[]): void {
  const texts = rows.map((row) => row.map((cell) => shown(String(cell))));
  const widths = texts.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)),
    [],
  );
  for (const row of texts)
    say(
      `  ${row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()}`,
    );
}

/** One line, and not too long for a terminal. */
function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** A text of somebody else, as a quotation. */
export function sayQuoted(text: string): void {
  for (const line of text.trimEnd().split('\n')) console.log(`    │ ${line}`.trimEnd());
}

export const number = (value: number): string => value.toLocaleString('en-GB');
