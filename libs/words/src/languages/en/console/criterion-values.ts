export const criterionValues = {
  title: 'Access criterion values',
  lead: 'What you can write in a [new] cell. Copy a code and paste it into your file.',
  filter: 'Filter by field, code or name',
  downloadWorkbook: 'Download as .xlsx',
  download: 'Download as .csv',
  value: 'Code',
  valueName: 'Name',
  example: 'Ready to paste:',
  notInFiles: 'Not active: new files leave it out.',
  copyCode: 'Copy {code}',
  shown: '{n, plural, one {# value} other {# values}}',
} as const;
