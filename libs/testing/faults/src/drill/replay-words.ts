/** What `replay-imports` said, for whoever has to compare it with what happened. */
export interface Said {
  /** Imports that were done again, and the lines of which it said something. */
  again: Map<string, number[]>;
  /** Likewise those that are left to people. */
  byHand: Map<string, number[]>;
  /** Other things that are left to people. */
  saves: string[];
}

export function said(words: string): Said {
  const found: Said = { again: new Map(), byHand: new Map(), saves: [] };
  let lines: number[] = [];
  for (const text of words.split('\n')) {
    const line = /^ {2}line (?:\d+:)?(\d+) /.exec(text)?.[1];
    const [, byHand, importId] = /^(by hand: )?(imp_\S+) /.exec(text) ?? [];
    if (line !== undefined) lines.push(Number(line));
    else if (importId !== undefined) (byHand === undefined ? found.again : found.byHand).set(importId, (lines = []));
    else if (text.startsWith('by hand: ')) found.saves.push(text);
  }
  return found;
}
