/** What can be wrong with a file, a line or a cell, and what to do about it. */
export const sentences = {
  // As a report has it of a line.
  error: '{code}: {words}',
  'error-in-column': '{code} in {column}: {words}',

  // Any cell.
  'did-you-mean': 'Did you mean {meant}?',
  'open-as-text':
    'To avoid it, open the file with all columns as text (in Excel by “Data › From Text/CSV” without data type detection, in LibreOffice by the column type “Text” in the import window), and format the [new] cells as text before you type.',
  'move-cells-back':
    'Compare the row with the template, and move its cells back under their columns; clear cells instead of deleting or inserting them.',

  // TRUE and FALSE.
  'boolean-neither': '"{value}" is neither TRUE nor FALSE, and {field} takes nothing else.',
  'boolean-how': 'Write TRUE or FALSE, Empty to remove the value, or leave the cell blank to change nothing.',

  // Codes of values.
  'code-unknown': '"{value}" is no value code of {field}.',
  'code-without-zeros': 'A spreadsheet took it for a number, and dropped the zeros at its beginning.',
  'code-inactive': '"{value}" is a value of {field} that is no longer in use, so it cannot be set.',
  'meant-empty': 'Did you mean Empty? Written so, it removes the value.',
  'codes-exact': 'Codes are compared exactly, case and accents included.',
  'look-alike': 'They look alike, and character {position, number} is another one: {found} where {wanted} is meant.',
  'codes-none': '{field} has no active value.',
  'codes-allowed': 'Allowed: {codes}.',
  'codes-allowed-first': 'Allowed: {codes} and {more, number} more (see "Access criterion values").',
  'codes-several': '"{value}" names several codes, and {field} holds one.',
  'codes-one': 'Write one code.',
  'codes-syntax': '"{value}" is not a list of codes for {field}: beside a | there is none.',
  'codes-join': 'Join codes by a single |, or write Empty to remove all of them.',
  'codes-join-meant': 'Join codes by |: did you mean {meant}?',
  'empty-alone': 'To remove all codes, write Empty alone, without a |.',
  'country-letters': 'Write the country as two letters, as in FR, DE or CH (ISO 3166).',
  'never-removed': '{column} cannot be removed: every contact has one.',
  'never-removed-how': 'Write {first} or {second}, or leave the cell blank to change nothing.',

  // Addresses, dates, numbers, texts.
  'email-several': '"{value}" holds {count, number} e-mail addresses, and {column} takes one.',
  'email-none': '"{value}" is not an e-mail address.',
  'email-keep-one': 'Keep the one that belongs to this contact, and delete the others.',
  'email-how': 'Write one address, as in marie@example.org, or clear the cell to change nothing.',
  'date-unreal': '"{value}" is not a date of the calendar, and {field} takes a real date.',
  'date-unreadable': '"{value}" is not a date that {field} can read.',
  'date-how': 'Write year, month, day as in 2025-03-31, or day, month, year as in 31.03.2025 or 31/03/2025.',
  'number-none': '"{value}" is not a number that {field} can hold.',
  'number-how':
    'Write digits only, at most {digits, number}, with a sign and a decimal point or comma where needed, as in -12.5: no thousands separators, no unit, no exponent.',
  'text-too-long': '"{value}" has {length, number} characters, and {field} holds up to {most, number}.',
  'text-shorten': 'Shorten the text by {count, plural, one {# character} other {# characters}}.',

  // What spreadsheet programs do to cells.
  'value-damaged': '"{value}" is what a spreadsheet left of a value, and none that {field} can have.',
  'type-again': 'Type the value again, or clear the cell to change nothing.',
  'zeros-maybe-lost': 'Zeros at its beginning may be lost, too.',
  'number-from-template': 'Take the number from the template again.',
  'damage-narrow': 'The column was too narrow to show the value when the file was saved.',
  'damage-formula': 'The spreadsheet took the cell for a formula, and could not work it out.',
  'damage-rounded':
    'A spreadsheet took a long number for a quantity and shortened it: the digits that are missing are lost.',
  'damage-like-date': 'It looks like a date: spreadsheets make dates of texts such as 1-2, 3.4 or MAR1.',
  'damage-decimals': 'A program took the number for a quantity, and added decimals.',
  'damage-day-count': 'It is how a spreadsheet counts days, and what it shows when a date loses its format.',
  'damage-month-first': 'The month seems to stand before the day, as an American spreadsheet writes it.',
  'damage-time-added': 'The spreadsheet has added a time of day.',
  'damage-date-shortened':
    'A spreadsheet seems to have shortened it: day and month take two digits, and the year takes four.',
  'damage-truth-number': 'It is how a spreadsheet shows a truth value in a cell that is formatted as a number.',
  'damage-truth-language': 'A spreadsheet in another language writes truth values so.',

  // A line of a file.
  'row-width':
    'The row has {found, plural, one {# cell} other {# cells}}, and the header line has {expected, number}: what stands in which column is not certain.',
  'row-short':
    'Give the row a cell for each column, blank ones included. A line break inside a text needs quotation marks around the cell.',
  'row-long':
    'Delete what is too much, or move cells back that were shifted: in the file of rejected lines they stand behind [errors]. A text that holds a comma or a semicolon needs quotation marks around it, as in "Dupont, Marie".',
  'beyond-header':
    'Something stands in cell {cell}, to the right of the last column that has a name: whether the cells of this row were shifted is not certain.',
  'beyond-header-how': 'Clear that cell, or move the cells of the row back under their columns.',
  'control-character':
    'The cell holds an invisible character that is part of no text, shown here as �: the file was damaged, or saved in another encoding.',
  'control-character-how': 'Type the cell again, and save the file as “CSV UTF-8”.',
  'number-missing': 'The row has no contact number, so nobody can say which contact it is about.',
  'number-missing-how':
    'Fill in the number from the template, or delete the row. If its other cells are in the wrong columns, they were shifted: move them back.',
  'duplicate-row':
    'The contact "{value}" is also on {count, plural, one {row} other {rows}} {rows}{more, select, yes { and more} other {}}; which row counts is not certain, so none is applied.',
  'duplicate-row-of-part':
    'The contact "{value}" is also on {count, plural, one {row} other {rows}} {rows} of part {part, number}{more, select, yes { and more} other {}}; which row counts is not certain, so none is applied.',
  'duplicate-row-of-parts':
    'The contact "{value}" is also on the rows {rows} (part:row){more, select, yes { and more} other {}}; which row counts is not certain, so none is applied.',
  'duplicate-row-how': 'Keep one row for each contact, or correct the number of the row that is about another one.',
  'value-of-beside': 'It is a value of {field}, the field beside: the cells of this row seem to be shifted.',
  'old-blank':
    'The [old] cell is blank, where a template says TRUE, FALSE or Empty, so it is taken for different from the value that is there now.',
  'old-unreadable':
    'The [old] cell holds "{value}", which was changed and cannot be read, so it is taken for different from the value that is there now.',
  'old-unreadable-meant':
    'The [old] cell holds "{value}", which was changed, probably of {meant}, and cannot be read, so it is taken for different from the value that is there now.',
  'old-leave': 'Leave the [old] cells as they are in the template; in the file of rejected lines they are right again.',

  // A cell of a workbook.
  'formula-read': 'Cell {cell} is a formula. What it had worked out when the file was saved is read.',
  'formula-read-how': 'Where that is not what you mean, copy the cell and paste it as a value.',
  'formula-without-value':
    'Cell {cell} is a formula, and the file does not hold what comes out of it: a program wrote it, and no spreadsheet has worked it out.',
  'formula-without-value-how':
    'Open the workbook in your spreadsheet program and save it again, or type the value instead of the formula.',
  'cell-error': 'Cell {cell} says that the spreadsheet could not work it out, and holds no value.',
  'cell-error-how': 'Type the value, or clear the cell to change nothing.',
  'time-of-day': 'Cell {cell} holds a time of day, and a contact has dates without one.',
  'time-of-day-how': 'Type the date alone, such as 2025-03-31.',
  'too-many-digits':
    'Cell {cell} holds a number of more than 15 digits, of which a spreadsheet keeps 15: the others are lost.',
  'too-many-digits-how': 'Format the cell as text and type the number again, or take it from the template.',

  // What only the database knows about a line.
  'contact-unknown': 'There is no contact with the number "{number}".',
  'number-resembles':
    'There is {count, plural, =1 {"{first}"} =2 {"{first}" or "{second}"} other {"{first}" or "{second}" or "{third}"}}{cause, select, letterCase {: capital and small letters are not the same in a number.} apostrophe {: the apostrophe is not part of the number.} decimals {: a program took the number for a quantity, and added decimals.} zerosLost {: leading zeros count, and a spreadsheet seems to have dropped them.} zerosAdded {: leading zeros count, and here are too many.} other {.}}',
  'number-as-in-template': 'Write the number as it stands in the template.',
  'number-apostrophe': 'Delete the apostrophe, or take the number from the template again.',
  'row-is-header': 'The row is a second header: files were pasted together.',
  'row-is-header-how': 'Delete the row.',
  'row-is-total': 'The row looks like the total of a list.',
  'row-is-total-how': 'Delete the row if it is about no contact.',
  'number-is-email': 'It looks like an e-mail address: the cells of this row seem to be shifted.',
  'number-check':
    'Check the number: leading zeros count, and spreadsheets like to drop them. Contacts that were removed since cannot be changed.',
  'contact-closed': 'The contact "{number}" was closed or anonymised and cannot be changed.',
  'contact-closed-how': 'Remove the line, or use a new contact number.',
  'contact-nameless': 'There is no contact with the number "{number}", and a new one needs a LAST_NAME or a COMPANY.',
  'contact-nameless-how':
    'Fill LAST_NAME or COMPANY to make a new contact, or correct the number to change a known one.',
  'email-mismatch': '"{value}" is not the e-mail address of this contact.',
  'email-no-address': 'It is no address at all: the cells of this row seem to be shifted.',
  'email-mismatch-how':
    'If many lines say this, one column was sorted apart from the others: start again from the template. If only the address changed, clear the EMAIL cell.',
  'emails-sorted-apart':
    '{mismatches, number} of {lines, number} lines hold an e-mail address that is not their contact’s: the columns of this file seem to have been sorted apart from each other. What stands in the other columns may belong to other contacts, too.',
  'emails-sorted-apart-how':
    'Do not correct these lines one by one: start again from the template, and select the whole table before you sort it.',
  'zeros-lost':
    '"{number}" looks like {count, plural, =1 {"{first}"} =2 {"{first}" or "{second}"} other {"{first}" or "{second}" or "{third}"}} without its leading zeros.',
  'zeros-lost-how':
    'A spreadsheet took the number for a quantity and dropped them: write the number with its zeros, or start again from the template.',
  'new-number-doubtful': '"{number}" is the number of a new contact, and may not be what was meant.',
  'new-number-doubtful-how': 'If it is not, undo this import, and give the column its numbers again.',
  conflict: 'The value was changed after the export: the file says "{old}", now it is "{now}".',
  'conflict-of-undo':
    'The value was changed after the import that is undone: that one had made it "{old}", now it is "{now}". It is kept.',
  'conflict-how':
    'To keep the value that is there now, clear the [new] cell. To set yours all the same, upload the line from the file of rejected lines, which holds the value of now as [old].',
  refusal: 'The contact has refused: the value is FALSE now.',
  'refusal-not-known':
    'The file asks for {wanted}, and does not know of the refusal: {reason, select, noColumn {it has no [old] column that says so} blank {its [old] cell is blank} other {its [old] cell says "{old}"}}.',
  'refusal-stays': 'Such a file does not undo a refusal.',
  'refusal-without-old-how':
    'The [new] cell is blank in the file of rejected lines: leave it so to keep the refusal. To change it all the same, use a new template, whose [old] cells say what is there. Only an administrator may overwrite a refusal without, with the option for refusals.',
  'refusal-type-again':
    'The [new] cell is blank in the file of rejected lines: leave it so to keep the refusal, or type the value again to change it all the same.',
  'refusal-administrator':
    'Only an administrator may overwrite refusals with the file as it was, with the options for newer values and refusals.',
  'refusal-after-undone':
    'The contact has refused after the import that is undone: that one had made the value "{old}", now it is FALSE.',
  'refusal-kept': 'The undo asks for {wanted}; the refusal is kept.',
  'refusal-of-undo':
    'The undo asks for {wanted}, as it was before the import that is undone, and the value is FALSE now: the contact has refused.',
  'refusal-not-undone': 'An undo does not end a refusal.',
  'refusal-undo-administrator':
    'Only an administrator may take back refusals with an undo, with the option for refusals.',

  // The header of a file.
  'header-keep': 'Keep the first line of the template as it is; where it is gone, copy it from the template again.',
  'header-no-number':
    'The first line has no column CONTACT_NUMBER, so nobody can say which contacts the lines are about.',
  'header-number-meant': 'Did you mean column {column}? Call that column CONTACT_NUMBER.',
  'header-below': 'It stands in row {row, number}.',
  'header-below-how':
    'Delete the {lines, plural, one {line} other {# lines}} above it, so that the line with the names of the columns is the first one.',
  'header-separator':
    'The cells of the file are separated by {separator, select, colons {colons} blanks {blanks} invisible {an invisible sign} other {the sign {sign}}}, which an import does not read.',
  'header-separator-how': 'Save the file as “CSV UTF-8”, with a comma, a semicolon or a TAB between the cells.',
  'header-format':
    'The file is {format}, and an import reads a table: a first line with the names of the columns, then a line for each contact.',
  'header-format-how':
    'Export the contacts as “CSV UTF-8” from the program that made the file, or fill in the template.',
  'header-one-line':
    'The file has one line only, and no column CONTACT_NUMBER in it: the line breaks seem to be lost, or the line with the names of the columns.',
  'header-one-line-how':
    'Save the file again as “CSV UTF-8”: the names of the columns stand in the first line, and each contact has a line of its own.',
  'header-nothing-to-import': 'The first line has no column beside CONTACT_NUMBER, so there is nothing to import.',
  'header-nothing-to-import-how': 'Add at least one column such as LAST_NAME or EMAIL.',
  'header-nothing-to-change': 'The first line has no column that starts with [new], so there is nothing to change.',
  'header-new-columns': 'Changes stand in the columns that start with [new].',
  'header-same-name': 'Columns {first} and {second} have the same name, so nobody can say which one counts.',
  'header-same-field': 'Columns {first} and {second} have the same field, {field}, so nobody can say which one counts.',
  'header-twice-how': 'Keep one of the two, and delete the other.',
  'header-nameless':
    'Column {column} has no name in the first line, and something stands in it in {where, select, rowOfPart {row {row, number} of part {part, number}} other {row {row, number}}}.',
  'header-nameless-how': 'Give the column the name that it has in the template, or delete it.',
  'header-unknown-name': 'Column {column} has a name that an import does not know.',
  'header-call-it': 'Did you mean {meant}? Call the column so, or delete it.',
  'header-known-names': 'Delete the column, or give it a name that is known: {columns}.',
  'header-known-columns':
    'Delete the column, or give it a name that is known: {columns}, [old] and [new] with the code of a field.',
  'header-unknown-field':
    'Column {column} names the field “{field}”, which is none of the {type, select, criteria {contact criteria} authorisations {authorisations} other {contacts}} of your institution.',
  'header-unknown-field-how': 'Delete the column, or look up the code under “Access criterion values”.',
  'header-other-type':
    'Column {column} names the field “{field}”, which belongs to the {type, select, criteria {contact criteria} authorisations {authorisations} other {contacts}}.',
  'header-other-type-how':
    'Delete the column, and import it as {type, select, criteria {contact criteria} authorisations {authorisations} other {contacts}} in a file of its own.',
  'header-inactive':
    'Column {column} names the field “{field}”, which has been deactivated and can no longer be changed.',
  'header-inactive-how': 'Use another template, or ask an administrator to activate the field again.',
  'header-inactive-filled':
    'Column {column} names the field “{field}”, which has been deactivated and can no longer be changed, and the cell in {where, select, rowOfPart {row {row, number} of part {part, number}} other {row {row, number}}} is filled.',
  'header-inactive-filled-how':
    'Clear the cells of the column, or delete it, or ask an administrator to activate the field again.',
  'header-wrong-type':
    'The import was started for {said, select, criteria {contact criteria} authorisations {authorisations} other {contacts}}, and the columns of the file are those of {type, select, criteria {contact criteria} authorisations {authorisations} other {contacts}}.',
  'header-wrong-type-how':
    'Start the import again and choose the data type “{type, select, criteria {contact criteria} authorisations {authorisations} other {contacts}}”, or upload the other file.',
  'field-inactive':
    'The field {field} has been deactivated since the template was made. Its columns are ignored, as none of their [new] cells is filled.',
  'field-inactive-how':
    'Nothing has to be done. To change its values, ask an administrator to activate the field again.',
  'old-column-missing':
    'The file has no column “{column}”: whether somebody else has changed {field} since the export cannot be seen.',
  'old-column-missing-how':
    'Keep the [old] columns of the template to be told of such conflicts. Without them the cells are applied whatever is there now; only a refusal stays as it is.',

  // A file as a whole.
  'file-empty': 'The file is empty: there is nothing in it at all.',
  'file-empty-how': 'Look whether it was saved and whether it is the right one, and upload the file that you edited.',
  'file-no-text': 'The file has no text in it.',
  'file-no-text-down-to':
    'The file has no text down to {where, select, rowOfPart {row {row, number} of part {part, number}} other {row {row, number}}}.',
  'file-no-text-how': 'Upload the file of the template that you edited.',
  'file-too-large':
    'The file is larger than {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {bytes}}, the most that can be uploaded.',
  'file-too-large-how': 'Split it into several files that each have the header line, or put it into a .zip.',
  'file-no-table':
    '{subject, select, zipped {“{name}” in the .zip} other {The file}} is {type, select, xls {an old or a protected Excel workbook (.xls)} encrypted {an Excel workbook that is protected by a password} xlsb {a binary Excel workbook (.xlsb)} ods {a LibreOffice document (.ods)} numbers {an Apple Numbers document} document {a text document or a presentation} gzip {a gzip archive (.gz)} pdf {a PDF document} image {a picture} markup {a web page or XML} zip {a .zip} other {not a text file}}, and neither a CSV file nor an .xlsx workbook.',
  'save-as-xlsx':
    'Open it in your spreadsheet program, choose “Save as”, type “Excel workbook (.xlsx)”, and upload that file.',
  'save-as-xlsx-unprotected':
    'Open it in your spreadsheet program, take its password away if it has one, choose “Save as”, type “Excel workbook (.xlsx)”, and upload that file.',
  'save-as-xlsx-without-password':
    'Open it in your spreadsheet program, choose “Save as” without a password, type “Excel workbook (.xlsx)”, and upload that file.',
  'save-as-xlsx-in-libreoffice':
    'Open it in LibreOffice, choose “Save as”, type “Excel 2007–365 (.xlsx)”, and upload that file.',
  'export-from-numbers': 'In Numbers, choose “File”, “Export to”, “Excel”, and upload that .xlsx.',
  'upload-table': 'Upload the .xlsx or .csv that you edited, or a .zip with that one file in it.',
  'unpack-archive': 'Unpack it, and upload the .xlsx or .csv, or a .zip with that file in it.',
  'unpack-zip': 'Unpack it, and upload the .xlsx or .csv in it.',
  'letters-unreadable':
    'The letters in {where, select, part {the file of part {part, number}} row {row {row, number}} rowOfPart {row {row, number} of part {part, number}} other {the file}} cannot be read: they are not stored as UTF-8, or not as the beginning of the file says.',
  'letters-unreadable-how':
    'Open the file in your spreadsheet program, look at its letters with accents, and save it as “CSV UTF-8”.',
  'too-many-columns':
    'There are more than {most, number} cells in {where, select, part {the file of part {part, number}} row {row {row, number}} rowOfPart {row {row, number} of part {part, number}} other {the file}}, and no import has so many columns.',
  'too-many-columns-how':
    'Keep the columns of the template, and delete the cells to the right of them, blank ones included.',
  'row-too-large':
    'There are more than {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {bytes}} of text in {where, select, part {the file of part {part, number}} row {row {row, number}} rowOfPart {row {row, number} of part {part, number}} other {the file}}, and no contact needs so much.',
  'row-too-large-how': 'Look in that row for a text that does not belong there, and delete or shorten it.',
  'quote-not-closed':
    'A quotation mark (") opens a cell in {where, select, part {the file of part {part, number}} row {row {row, number}} rowOfPart {row {row, number} of part {part, number}} other {the file}}, and none closes it, so nobody can say where the cell ends.',
  'quote-not-closed-how':
    'Delete the mark, or close the cell with another one. Spreadsheet programs write the marks right by themselves; by hand, a mark that is part of a text is written twice, and the whole cell in marks: "5"" pipe".',
  'too-many-rows': 'The file has more than {most, number} data rows.',
  'too-many-rows-how': 'Split the file into several, each with the header line.',
  'no-data-rows': 'The file has a header line, and no line of a contact below it.',
  'no-data-rows-how': 'Upload the template that you edited, with the lines that you want to change.',
  'same-file': 'The same file was already used for an update.',
  'same-file-at': 'The same file was already used for an update, on {at, date, moment} UTC.',
  'same-file-how': 'Lines that were applied then show as unchanged now, unless somebody has changed them since.',
  'columns-sorted-apart':
    'Columns were sorted apart from each other: what stands in {columns}{more, plural, =0 {} other {, and # more}} belongs to contacts of other lines. So may what was typed, and nothing was applied.',
  'columns-sorted-apart-how':
    'Start again from the template, or from a copy of before the sorting, and select the whole table before you sort it.',
  'column-damaged':
    'A column that nobody is asked to edit is damaged: of {column} {cells, number} cells are not what the template held, as {cause, select, zerosLost {the zeros at the beginning of its values were lost} dateRewritten {its values were made dates, or its dates were written in another form} truthValueRewritten {its truth values were written in another way} numberShortened {digits of its numbers were lost} numberRewritten {its numbers were written in another way} textCorrected {its texts were corrected by a program} errorValue {its cells hold errors of the spreadsheet} cleared {its cells were cleared} shifted {its cells were shifted from the column beside} sortedApart {its cells belong to other lines} other {its cells hold other values}}.',
  'columns-damaged-too': 'So are {columns}{more, plural, =0 {} other {, and # more}}.',
  'nothing-applied': 'Nothing was applied.',
  'column-damaged-how':
    'Take the template again as a workbook (.xlsx), which a spreadsheet does not damage, and copy your [new] cells into it; or open the .csv with all columns as text.',

  // The letters of a file.
  'encoding-detected':
    '{part, plural, =0 {The file} other {Part #}} is not saved as UTF-8; its letters were read as {encoding}, since its names then are those of the contacts ({explained, number} of {compared, number}).',
  'encoding-detected-how':
    'Letters that this encoding does not have were saved as question marks. To be sure of all, save the file as “CSV UTF-8” and upload that.',
  'encoding-assumed':
    '{part, plural, =0 {The file} other {Part #}} is not saved as UTF-8, and its names do not tell how it is; for now its letters were read as Windows-1252.',
  'encoding-pick': 'Look which of the readings of its words is right, pick that one, and the file is checked again.',
  'encoding-until-then': 'Until then no update writes such letters.',
  'encoding-or-utf8': 'Or save the file as “CSV UTF-8” and upload that.',
  'encoding-not-written':
    'Such letters stand only in cells that are not written, so that an update may go on. Letters that Windows-1252 does not have, such as Ł or ő, were saved as question marks: to be sure, save the file as “CSV UTF-8”.',
  'encoding-unknown':
    '{part, plural, =0 {The file} other {Part #}} is not saved as UTF-8, and its names do not tell how it is.',
  'encoding-would-write': 'The update would write letters that may be wrong, so nothing was written.',
  'encoding-of-header': 'The codes in its first line are known only in another reading than Windows-1252.',

  // A .zip.
  'zip-damaged': 'The .zip is damaged or was cut off: it cannot be unpacked.',
  'zip-checksum': 'The .zip is damaged: its content does not match its checksum.',
  'zip-strange-name': 'The .zip holds a file whose name points out of the .zip.',
  'zip-method': 'The .zip is packed by a method that cannot be read here ({method}).',
  'zip-anew': 'Make the .zip anew, or download it again, and upload that.',
  'zip-encrypted': 'The .zip is protected by a password.',
  'zip-encrypted-how': 'Upload the .csv itself, or a .zip without a password.',
  'zip-too-many-files': 'The .zip holds {files, number} files.',
  'zip-endless': 'The .zip has an endless table of contents.',
  'zip-overlap': 'Files in the .zip lie on top of each other, which no program makes.',
  'zip-unpacks-to':
    'The .zip unpacks to more than {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {bytes}}, which is too large.',
  'zip-ratio': 'The .zip unpacks to more than {times, number} times its size, which no real file does.',
  'zip-workbooks-too-large': 'The workbooks in the .zip unpack to far more than can be read.',
  'zip-too-large-how': 'Upload the file itself, or several that each have the header line.',
  'zip-link': 'The .zip holds a link to a file, and not the file.',
  'zip-link-how': 'Make the .zip anew from the file itself.',
  'zip-no-file': 'The .zip holds no file.',
  'zip-other-files':
    'The .zip holds something else than CSV files and workbooks: {names}{more, plural, =0 {} other { and # more}}.',
  'zip-other-archive': '“{name}” in the .zip is another archive.',
  'zip-not-parts':
    'The .zip holds {files, number} files that are not the parts of one template: {names}{more, plural, =0 {} other { and # more}}.',
  'zip-part-twice': 'The .zip holds part {part, number} of the template twice.',
  'zip-part-missing':
    'The .zip holds {parts, plural, one {# part} other {# parts}} of a template, and part {missing, number} is missing.',
  'zip-part-missing-how': 'Put all parts into the .zip, or upload the parts one by one.',
  'zip-one-file':
    'Make a .zip with exactly one .csv or .xlsx in it, or upload the .zip of the template with all its parts.',
  'zip-other-header': 'Part {part, number} of the .zip has another header line than part 1.',
  'zip-other-header-how':
    'The parts of one template have the same columns in the same order. Upload files with other columns one by one.',

  // A workbook.
  'workbook-cut-off': 'The workbook is damaged or was cut off: it cannot be opened.',
  'workbook-in-zip-cut-off': 'The workbook “{name}” in the .zip is damaged or was cut off: it cannot be opened.',
  'workbook-damaged':
    '{part, plural, =0 {The workbook} other {The workbook of part #}} {reason, select, doctype {holds a document type declaration (DOCTYPE), which no workbook needs and which can be misused} endless {holds something that is far longer or nested far deeper than in any workbook} part {lacks one of its parts} sheet {lacks one of its sheets} rowNumber {has a row without a number} rowOrder {has rows that are not in order} cellPlace {has a cell whose place is not readable} cellTwice {has a cell twice} cellType {has a cell of a type that is not known} textMissing {has a cell whose text is missing} number {has a number that is none} other {holds XML that is not well formed}}.',
  'workbook-damaged-how':
    'Open it in your spreadsheet program, save it again as “Excel workbook (.xlsx)”, and upload that file; or download the template again.',
  'workbook-no-sheet':
    '{part, plural, =0 {The workbook} other {The workbook of part #}} has no sheet with cells: a chart alone holds no contacts.',
  'workbook-no-sheet-how': 'Upload the workbook that you edited, with its sheet “Contacts”.',
  'workbook-no-numbers':
    '{part, plural, =0 {The workbook} other {The workbook of part #}} has {sheets, plural, one {# sheet} other {# sheets}}: none is called “Contacts”, and none has a column CONTACT_NUMBER in its first row.',
  'workbook-first-row': 'Keep the first row of the template as it is.',
  'workbook-call-sheet':
    'Call the sheet with the contacts “Contacts”, as the template does, or delete the other sheets.',
  'workbook-several-sheets':
    '{part, plural, =0 {The workbook} other {The workbook of part #}} has several sheets with a column CONTACT_NUMBER (sheets {sheets}), so nobody can say which one is meant.',
  'workbook-sheets-singly': 'Or upload the sheets one by one.',
  'rows-hidden':
    'The sheet has {rows, plural, one {# row that is} other {# rows that are}} hidden, by a filter or by hand. Hidden rows count like all others.',
  'rows-hidden-how': 'If they are not to be imported, delete them from the sheet.',
  'cells-merged':
    'Cells of the sheet are merged, in {places, plural, one {# place} other {# places}}. What stands there counts for the first of them; the others are blank.',
  'cells-merged-how': 'Undo the merging, and fill in each cell by itself.',
} as const;
