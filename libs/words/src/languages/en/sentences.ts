/** What can be wrong with a file, a line or a cell, and what to do about it. */
export const sentences = {
  'number-missing': 'The row has no contact number, so nobody can say which contact it is about.',
  'row-width':
    'The row has {found, plural, one {# cell} other {# cells}}, and the header line has {expected, number}: what stands in which column is not certain.',
} as const;
