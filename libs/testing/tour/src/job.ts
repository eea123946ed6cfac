/** What the tour reads of the documents of templates and imports. */
interface Job {
  type: 'template' | 'import';
  state: string;
  progress: { phase: string | null; linesDone: number; linesTotal: number };
  problem: { code: string; detail: string } | null;
}
export interface TemplateJob extends Job {
  type: 'template';
  templateId: string;
  lines: number | null;
  file: { name: string; sizeBytes: number; parts: number } | null;
  expiresAt: string | null;
}
export interface ImportJob extends Job {
  type: 'import';
  importId: string;
  counts: ImportCounts | null;
}
export type ImportCounts = Record<'total' | 'unchanged' | 'rejected' | 'notAttempted' | 'warnings', number> &
  Partial<Record<'applied' | 'wouldApply', number>>;
export interface Issue {
  code: string;
  line?: number;
  column?: string;
  value?: string;
  message: string;
  hint?: string;
  conflict?: { old: string; now: string; new: string };
}
export interface ImportDetails extends ImportJob {
  transitions: { code: string; from: string; to: string; lines: number }[];
  firstErrors: Issue[];
  warnings: Issue[];
}
export interface Change {
  importId: string;
  by: { name: string };
  line: number;
  fields: { code: string; before: unknown; after: unknown }[];
}

const openStates = ['QUEUED', 'RUNNING', 'VALIDATING', 'APPLYING'];

export const isOver = ({ state }: { state: string }): boolean => !openStates.includes(state);
