import type { ImportAction, ImportCounts, ImportState } from '@roundtrip/contracts';
import { pageAbout, pages } from '@roundtrip/contracts/pages';
import type { Job, Language } from './jobs.reader.js';
import { oneLine } from './letter.rules.js';
import type { ImportNotice, JobNotice, TemplateNotice } from './notice.rules.js';
import { english } from './texts/en/words.js';
import { french } from './texts/fr/words.js';
import type { Words } from './texts/words.js';

const wordsOf: Record<Language, Words> = { en: english, fr: french };

interface ViewOptions {
  language: Language;
  publicUrl: string;
  templateLifetimeMs: number;
  /** Whether the template is in the mail. */
  attached: boolean;
}

/** What the words of a letter are filled with. Free texts are one line each; nothing about a contact is in it. */
export function letterView(notice: JobNotice, job: Job, options: ViewOptions): Record<string, unknown> {
  const words = wordsOf[options.language];
  const common = { dataType: words.dataTypes[job.dataType], link: jobLink(notice, options.publicUrl) };
  const own = notice.kind === 'import-finished' ? importView(notice, job, words) : templateView(notice, job, options);
  return { ...common, reason: reasonOf(notice, options.language), ...own };
}

function jobLink({ kind, jobId }: JobNotice, publicUrl: string): string {
  return publicUrl + pageAbout(kind === 'import-finished' ? pages.import : pages.template, jobId);
}

function templateView(
  notice: TemplateNotice,
  job: Job,
  { attached, templateLifetimeMs }: ViewOptions,
): Record<string, unknown> {
  const target = job.type === 'template' ? oneLine(job.target.name) : '';
  if (notice.kind !== 'template-ready') return { target };
  const { lines, file, completedAt } = notice;
  return {
    target,
    lines,
    attached,
    fileName: oneLine(file.name),
    sizeBytes: file.sizeBytes,
    parts: file.parts,
    severalParts: file.parts > 1,
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
  return job.file ? oneLine(job.file.name) : words.undoOf(job.undoOf ?? '');
}

function reasonOf(notice: JobNotice, language: Language): string | undefined {
  if (!('code' in notice)) return undefined;
  const words = wordsOf[language];
  const byCode = Object.entries(words.reasons).find(([code]) => code === notice.code)?.[1];
  if (byCode) return byCode;
  // Events speak English.
  return language === 'en' ? oneLine(notice.detail, 1_000) : words.failed;
}
