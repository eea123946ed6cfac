import type { ImportAction, ImportState } from '@roundtrip/contracts';
import { pageAbout, pages } from '@roundtrip/contracts/pages';
import type { Carriage } from './attachment.rules.js';
import { nameInMail } from './free-text.rules.js';
import type { Job } from './jobs.reader.js';
import type { ImportNotice, JobNotice, TemplateNotice } from './notice.rules.js';

interface ViewOptions {
  publicUrl: string;
  templateLifetimeMs: number;
  carriage: Carriage;
}

/**
 * What a letter is filled with, in no language yet; moments in milliseconds since 1970. Nothing about a contact is in it. Names that people
 * gave stand in tables below the first lines only: the subject says code, kind and date. Of the reason there is the code alone: details of
 * events are not quoted, since that of an unknown column may be a line of contact data in a file without header.
 */
export type LetterView = Readonly<Record<string, string | number | boolean | undefined>>;

export function letterView(notice: JobNotice, job: Job, options: ViewOptions): LetterView {
  return {
    dataType: job.dataType,
    requestedAt: job.requestedAt.getTime(),
    link: jobLink(notice, options.publicUrl),
    reason: 'code' in notice ? notice.code : undefined,
    ...(notice.kind === 'import-finished' ? importView(notice, job) : templateView(notice, job, options)),
  };
}

function jobLink({ kind, jobId }: JobNotice, publicUrl: string): string {
  return publicUrl + pageAbout(kind === 'import-finished' ? pages.import : pages.template, jobId);
}

function templateView(notice: TemplateNotice, job: Job, { carriage, templateLifetimeMs }: ViewOptions): LetterView {
  const target = job.type === 'template' ? job.target : { code: '', name: '' };
  const named = { code: nameInMail(target.code), name: nameInMail(target.name) };
  if (notice.kind !== 'template-ready') return named;
  const { lines, file, completedAt } = notice;
  return {
    ...named,
    lines,
    attached: carriage === 'attached',
    notListed: carriage === 'not-listed',
    sizeBytes: file.sizeBytes,
    parts: file.parts,
    isWorkbook: job.type === 'template' && job.format === 'xlsx',
    packed: file.name.endsWith('.zip') ? 'yes' : 'no',
    expiresAt: completedAt.getTime() + templateLifetimeMs,
  };
}

/** Names of the states as the letters ask for them. */
const outcomes: Partial<Record<ImportState, string>> = {
  CHECKED: 'checked',
  DONE: 'done',
  DONE_WITH_ERRORS: 'doneWithErrors',
  CANCELLED: 'cancelled',
  REJECTED: 'rejected',
};

function importView(notice: ImportNotice, job: Job): LetterView {
  const action: ImportAction | undefined =
    'action' in notice ? notice.action : job.type === 'import' ? job.action : undefined;
  return {
    ...(job.type !== 'import' ? {} : job.file ? { file: nameInMail(job.file.name) } : { undoOf: job.undoOf ?? '' }),
    action: action ?? 'update',
    isCheck: action === 'check',
    ...('counts' in notice && { ...notice.counts, counted: true }),
    outcome: outcomes[notice.state] ?? 'failed',
  };
}
