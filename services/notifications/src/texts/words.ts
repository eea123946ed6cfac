import type { DataType, FileCode } from '@roundtrip/contracts';

/** Codes with which a template is refused (targets.template-resolved). */
export type RefusalCode = 'TARGET_UNKNOWN' | 'RULE_INVALID' | 'NO_ACTIVE_FIELDS' | 'FIELD_NOT_ACTIVE';

/** Codes of faults of ours about which there is more to say than that. */
export type FaultCode = 'JOB_ABANDONED' | 'IMPORT_FAILED' | 'UPDATE_FAILED';

/** Words of one language that stand in more than one letter. */
export interface Words {
  dataTypes: Record<DataType, string>;
  undoOf: (importId: string) => string;
  /** A fault of ours, whatever it was. */
  failed: string;
  /**
   * Why, by code. Details of events are not quoted: that of an unknown column may be a line of contact data in a file without
   * header, and no words but ours stand at the top of a mail.
   */
  reasons: Record<FileCode | RefusalCode | FaultCode, string>;
}
