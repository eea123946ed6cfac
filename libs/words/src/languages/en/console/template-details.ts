export const templateDetails = {
  notThere: 'There is no such template',
  fields: '{n, plural, one {# chosen field} other {# chosen fields}}',
  unzip: 'Unzip the file and open what is in it in your spreadsheet.',
  open: 'Open the file in your spreadsheet.',
  goOn: 'Fill in the [new] cells that you want to change. Then send it back with "New".',
  asItIs:
    'Save it as a workbook (.xlsx), as it is. The [old] cells are locked; what may be typed stands on its other sheets.',
  asText:
    'Open it with all columns as text: otherwise a spreadsheet drops the zeros at the beginning of contact numbers and rewrites dates.',
} as const;
