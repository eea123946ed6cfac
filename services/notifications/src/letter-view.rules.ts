import type { ImportAction, ImportCounts, ImportState, Language } from '@roundtrip/contracts';
import { pageAbout, pages } from '@roundtrip/contracts/pages';
import type { Carriage } from './attachment.rules.js';
import { nameInMail } from './free-text.rules.js';
import type { Job } from './jobs.reader.js';
import type { ImportNotice, JobNotice, TemplateNotice } from './notice.rules.js';
import { english } from './texts/en/words.js';
import { french } from './texts/fr/words.js';
import type { Words } from './texts/words.js';

const wordsOf: Record<Language, Words> = { en: english, fr: french };

interface ViewOptions {
  language: Language;
  publicUrl: string;
  templateLifetimeMs: number;
  carriage: Carriage;
}

/**
 * What the words of a letter are filled with; nothing about a contact is in it. Names that people gave stand in tables below the first
 * lines only: the subject says code, kind and date.
 */
export function letterView(notice: JobNotice, job: Job, options: ViewOptions): Record<string, unknown> {
  const words = wordsOf[options.language];
  const common = {
    dataType: words.dataTypes[job.dataType],
    requestedAt: job.requestedAt,
    link: jobLink(notice, options.publicUrl),
  };
  const own = notice.kind === 'import-finished' ? importView(notice, job, words) : templateView(notice, job, options);
  return { ...common, reason: reasonOf(notice, words), ...own };
}

function jobLink({ kind, jobId }: JobNotice, publicUrl: string): string {
  return publicUrl + pageAbout(kind === 'import-finished' ? pages.import : pages.template, jobId);
}

function templateView(
  notice: TemplateNotice,
  job: Job,
  { carriage, templateLifetimeMs }: ViewOptions,
): Record<string, unknown> {
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
    severalParts: file.parts > 1,
    isWorkbook: job.type === 'template' && job.format === 'xlsx',
    isZip: file.name.endsWith('.zip'),
    expiresAt: new Date(completedAt.getTime() + templateLifetimeMs),
  };
}

/** Names of the states as the letters ask for them. */
const stateFlags: Partial<Record<ImportState, string>> = {
  CHECKED: 'checked',
  DONE: 'done',
  DONE_WITH_ERRORS: 'doneWithErrors',
  CANCELLED: 'cancelled',
  REJECTED: 'rejected',
};

interface ImportView {
  file: string;
  isCheck: boolean;
  counts?: ImportCounts;
}

function importView(notice: ImportNotice, job: Job, words: Words): ImportView & Record<string, unknown> {
  const action: ImportAction | undefined =
    'action' in notice ? notice.action : job.type === 'import' ? job.action : undefined;
  return {
    file: fileOf(job, words),
    isCheck: action === 'check',
    ...('counts' in notice ? { counts: notice.counts } : {}),
    [stateFlags[notice.state] ?? 'failed']: true,
  };
}

function fileOf(job: Job, words: Words): string {
  if (job.type !== 'import') return '';
  return job.file ? nameInMail(job.file.name) : words.undoOf(job.undoOf ?? '');
}

function reasonOf(notice: JobNotice, words: Words): string | undefined {
  if (!('code' in notice)) return undefined;
  return Object.entries(words.reasons).find(([code]) => code === notice.code)?.[1] ?? words.failed;
}
