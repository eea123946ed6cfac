/** What has ended a job that is no fault of a file, by its code. */
export const faults = {
  IMPORT_FAILED:
    'Something went wrong on our side, and the file could not be examined. Please start the import again; no contact has been changed.',
  UPDATE_FAILED:
    'Something went wrong on our side, and the import was stopped. What had been applied stays, and is listed in the file of changes; the other lines were not touched.',
  FILE_CHANGED:
    'The file that is stored is not the one that was uploaded: it was changed in the store. It was not read, and no contact was changed. Please upload the file again, and tell whoever runs the service.',
  PLAN_CHANGED:
    'What was read of the file was changed in the store, and the import was stopped. What had been applied before stays, and is listed in the file of changes; the other lines were not touched. Please upload the file again, and tell whoever runs the service.',
  JOB_ABANDONED:
    'We started it again several times, and nobody brought it to its end. What had been changed by then stays. Please ask for it again.',
  TEMPLATE_FAILED: 'Something went wrong on our side, and the template could not be made. Please request it again.',
  TARGET_UNKNOWN: 'The target does not exist any more. Choose another one.',
  RULE_INVALID:
    'The rule of the target names a field or a value that does not exist any more. Please correct the target.',
  NO_ACTIVE_FIELDS: 'There is no active field of this data type.',
  FIELD_NOT_ACTIVE: 'A field that was chosen for the template is not active any more. Please choose the fields anew.',
  INTERNAL_ERROR: 'Something went wrong on our side. Please try again later.',
} as const;
