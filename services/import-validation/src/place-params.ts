interface Place {
  line?: number | undefined;
  part?: number | undefined;
}

/** Where something stands, as sentences have it that speak of a row, of a part or of the whole file. */
export const placeParams = ({ line, part }: Place): { where: string; row: number; part: number } => ({
  where: line === undefined ? (part === undefined ? 'file' : 'part') : part === undefined ? 'row' : 'rowOfPart',
  row: line ?? 0,
  part: part ?? 0,
});
