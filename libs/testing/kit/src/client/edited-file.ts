/** Files as an officer would send them back, made with a fixed seed. */

export interface EditedFile {
  csv: string;
  lines: number;
  /** Lines with at least one filled [new] cell. */
  changed: number;
  /** Of these, with at least one FALSE: an undo keeps them. */
  refused: number;
}

/** mulberry32: the same numbers in every run. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Fills [new] cells of authorisations in an exported template: each cell with the given probability, with TRUE, FALSE or Empty,
 * never the value that is there.
 */
export function editAuthorisations(template: string, share: number, seed: number): EditedFile {
  const next = random(seed);
  const [header = '', ...rows] = template.replace(/^\uFEFF/, '').split('\r\n');
  const delimiter = header.includes(';') ? ';' : ',';
  const columns = header.split(delimiter);
  const fields = columns.flatMap((name, index) => (name.startsWith('[old] ') ? [{ old: index, new: index + 1 }] : []));
  const values = ['TRUE', 'FALSE', 'Empty'];
  let changed = 0;
  let refused = 0;
  const edited = rows
    .filter((row) => row !== '')
    .map((row) => {
      // Names may be quoted and hold the delimiter; the authorisations are the last columns, and never quoted.
      const cells = row.split(delimiter);
      const shift = cells.length - columns.length;
      let touched = false;
      let refuses = false;
      for (const field of fields) {
        if (next() >= share) continue;
        const others = values.filter((value) => value !== cells[field.old + shift]);
        const value = others[Math.floor(next() * others.length)] as string;
        cells[field.new + shift] = value;
        touched = true;
        if (value === 'FALSE') refuses = true;
      }
      if (touched) changed += 1;
      if (refuses) refused += 1;
      return cells.join(delimiter);
    });
  return { csv: `\uFEFF${[header, ...edited].join('\r\n')}\r\n`, lines: edited.length, changed, refused };
}
