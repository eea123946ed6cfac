/** Mails. In which order a letter says what is a matter of its template (services/notifications). */
export const letters = {
  hello: 'Hello,',
  moment: '{at, date, moment} UTC',
  dataTypes: { criteria: 'contact criteria', authorisations: 'authorisations', contacts: 'contacts' },
  undoOf: 'undo of import {importId}',
  labels: {
    target: 'Target',
    name: 'Name',
    type: 'Type',
    action: 'Action',
    state: 'State',
    requestedAt: 'Asked for',
    file: 'File',
    lines: 'Lines',
    applied: 'Applied',
    wouldBeApplied: 'Would be applied',
    unchanged: 'Unchanged',
    rejected: 'Rejected',
    notAttempted: 'Not attempted',
  },
  templateReady: {
    subject: 'Your template is ready: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'the template that you asked for is ready: the {dataType, select, criteria {contact criteria} other {authorisations}} of {lines, plural, one {# contact} other {# contacts}} in the target {code}{parts, plural, =1 {} other {, in # files because a spreadsheet cannot hold them all}}.',
    attached:
      'You find it attached to this mail. It can also be downloaded until {expiresAt, date, moment} UTC; you will be asked to sign in:',
    notListed:
      'It is not attached: it holds contact data, and the domain of this address is not among those that your institution lists under Settings. Please download it here; you will be asked to sign in:',
    tooLarge: 'At {size} it is too large for a mail. Please download it here; you will be asked to sign in:',
    keptUntil: 'The file is kept until {expiresAt, date, moment} UTC. After that, just ask for a new template.',
    goOn: 'How to go on: {packed, select, yes {unzip the file, open it} other {open the file}} in your spreadsheet and fill in the [new] cells that you want to change. A blank [new] cell changes nothing, the word Empty removes a value. Then upload the file on the Import screen; a check first tells you what an update would do.',
    workbook:
      'It is a workbook (.xlsx) whose cells are all texts: zeros at the beginning and dates stay as they are, and lists offer the values that are allowed. Save it as .xlsx again; its sheet “How to” tells the rest.',
    csv: 'Open it with all columns as text: otherwise a spreadsheet drops the zeros at the beginning of contact numbers and rewrites dates. In Excel, use Data › From Text/CSV without data type detection; in LibreOffice, mark all columns in the import window and choose the column type Text. Save it as CSV again.',
  },
  templateEmpty: {
    subject: 'No template, the target is empty: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'you asked for a template with the {dataType, select, criteria {contact criteria} other {authorisations}} of the contacts in the target {code}. At this moment that target holds no contact, so there is no file.',
    goOn: 'Please look at the rule of the target, or choose another one, and ask again.',
  },
  templateFailed: {
    subject: 'Your template could not be made: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'we could not make the template with the {dataType, select, criteria {contact criteria} other {authorisations}} of the contacts in the target {code}. The reason:',
    goOn: 'Nothing has been changed. You can ask for the template again on the Import screen.',
  },
  importFinished: {
    checked: {
      subject:
        'Check finished{rejected, plural, =0 {} one {, # line with errors} other {, # lines with errors}}: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'the check of your file is finished. {rejected, plural, =0 {It found no errors.} one {# line has errors.} other {# lines have errors.}} A check changes nothing: the numbers tell what an update would do.',
      state: 'checked',
    },
    done: {
      subject: 'Import finished: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'your import is finished. All its lines could be used.',
      state: 'done',
    },
    doneWithErrors: {
      subject:
        'Import finished, {rejected, plural, one {# line} other {# lines}} rejected: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'your import is finished. {rejected, plural, one {# line was} other {# lines were}} rejected, the others have been dealt with.',
      state: 'done, with rejected lines',
    },
    cancelled: {
      subject: 'Import cancelled: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'your import was cancelled. What had been applied by then stays; the lines listed as not attempted were not touched.',
      state: 'cancelled',
    },
    rejected: {
      subject: 'This file cannot be used: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'your file cannot be used as it is, so no contact has been changed. The reason:',
      state: 'rejected',
    },
    failed: {
      subject: 'Import failed: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'your import could not be brought to its end. The reason:',
      state: 'failed',
    },
    check: 'check of the file quality',
    update: 'bulk update of the data',
    overwritten: '{overwritten, number} of the applied lines overwrote a value that had changed since the export.',
    wouldOverwrite: '{overwritten, number} of the lines would overwrite a value that has changed since the export.',
    warnings: 'There {warnings, plural, one {is # warning} other {are # warnings}}.',
    blankLines:
      '{blankLines, plural, one {# blank line was skipped and is} other {# blank lines were skipped and are}} not counted above.',
    rejectedLines:
      'The rejected lines can be downloaded, each with its reason. Correct them and upload that file as it is.',
    details: 'The details are here; you will be asked to sign in:',
  },
  /** A fault of ours of which there is no more to say. */
  fault: 'Something went wrong on our side. Please try again, and tell your administrator if it happens again.',
} as const;
