/** What a spreadsheet did to a file, on the page of its import. */
export const spreadsheet = {
  title: 'What the spreadsheet changed',
  tooLarge: 'The template has too many lines for the file to be compared with it.',
  missing:
    '{n, plural, one {# line of the template is not in the file.} other {# lines of the template are not in the file.}}',
  added:
    '{n, plural, one {# line is of a contact that the template does not have.} other {# lines are of contacts that the template does not have.}}',
  furtherColumns: '{n, plural, one {Another column differs.} other {# more columns differ.}}',
  cells: '{n, plural, one {# cell is not what the template held.} other {# cells are not what the template held.}}',
  example: 'For example {n, plural, one {line} other {lines}} {which}.',
  readAlike: 'They are read as the same values all the same.',
  hint: 'Type into the [new] columns alone. In a workbook (.xlsx) a spreadsheet changes none of the others by itself. The file is compared with its template: that only [new] cells were sorted without the rest cannot be seen.',
  causes: {
    zerosLost: 'Zeros at the beginning were lost.',
    dateRewritten: 'They were made dates, or dates were written in another form.',
    truthValueRewritten: 'TRUE and FALSE were written in another way.',
    numberShortened: 'Digits of numbers were lost.',
    numberRewritten: 'Numbers were written in another way.',
    textCorrected: 'Texts were corrected by a program.',
    errorValue: 'They show an error of the spreadsheet.',
    cleared: 'They were cleared.',
    shifted: 'They were shifted from the column beside.',
    sortedApart: 'They belong to other lines: the column was sorted without the others.',
    changed: 'They hold other values.',
  },
} as const;
