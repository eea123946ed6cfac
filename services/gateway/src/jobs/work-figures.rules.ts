import type { ImportPhase } from '@roundtrip/contracts';
import type { JobSize } from '@roundtrip/database';
import { sizeOf } from './admission.rules.js';

/** Of an open job what the figures are made of. */
export interface OpenJob {
  _id: string;
  type: 'template' | 'import';
  state: string;
  requestedAt: Date;
  releasedAt?: Date;
  changedAt: Date;
  waiting?: JobSize;
  file?: { sizeBytes: number };
  progress: { linesTotal: number; phase?: { name: ImportPhase; share: number } };
}

export const workGauges = [
  { name: 'roundtrip_jobs_open', help: 'Templates and imports that are not over, by state', labels: ['type', 'state'] },
  {
    name: 'roundtrip_jobs_queued',
    help: 'Of these, those that wait for a place in the queue of their institution',
    labels: ['size'],
  },
  {
    name: 'roundtrip_job_silence_seconds',
    help: 'Of the jobs that the workers may have, how long the most silent one has shown no progress',
    labels: ['type'],
  },
  { name: 'roundtrip_templates_waiting', help: 'Templates that template-export has to make', labels: ['size'] },
  {
    name: 'roundtrip_templates_oldest_seconds',
    help: 'How long the workers have had the oldest of these',
    labels: ['size'],
  },
  { name: 'roundtrip_files_waiting', help: 'Files that import-validation has to read to their end', labels: ['size'] },
  {
    name: 'roundtrip_files_oldest_seconds',
    help: 'How long the workers have had the oldest of these',
    labels: ['size'],
  },
  {
    name: 'roundtrip_chunks_open',
    help: 'Chunks of plans that bulk-update has to decide on, as of the last progress that was said',
    labels: ['size'],
  },
  {
    name: 'roundtrip_chunks_oldest_seconds',
    help: 'How long the workers have had the import of the oldest of these',
    labels: ['size'],
  },
];

/** What is open, by whose work it is: that of one service is not that of the next. */
interface Work {
  size: JobSize;
  open: number;
  since: Date;
}

const sizes = ['small', 'large'] as const;
const secondsSince = (at: Date, now: Date): number => Math.max(0, now.getTime() - at.getTime()) / 1000;

/** A job that has left the queue says no more what it counted as there: it is told again, by what is known of it now. */
export const sizeOfOpen = ({
  waiting,
  progress: { linesTotal },
  file,
}: Pick<OpenJob, 'waiting' | 'progress' | 'file'>): JobSize =>
  waiting ?? sizeOf({ lines: linesTotal > 0 ? linesTotal : undefined, bytes: file?.sizeBytes });

/**
 * How much the workers have to do, by the size of jobs, never by institution. What waits in the queue of its institution is no work yet:
 * more workers would not make its turn come.
 *
 * @param chunksOf of an import that is being decided on: the chunks of its plan; undefined when that is not known
 */
export function workFigures(
  jobs: readonly OpenJob[],
  chunksOf: (importId: string) => number | undefined,
  now: Date,
): { gauge: string; labels: Record<string, string>; value: number }[] {
  const released = jobs.filter(({ waiting }) => waiting === undefined);
  const work = (of: (job: OpenJob) => number): Work[] =>
    released.map((job) => ({ size: sizeOfOpen(job), open: of(job), since: job.releasedAt ?? job.requestedAt }));
  const isRead = ({ progress: { phase } }: OpenJob): boolean => phase !== undefined && phase.name !== 'reading';
  const chunks = ({ _id, progress: { phase } }: OpenJob): number =>
    phase?.name === 'deciding' ? Math.ceil((chunksOf(_id) ?? 0) * (1 - phase.share)) : 0;
  return [
    ...byState(jobs),
    ...sizes.map((size) => ({
      gauge: 'roundtrip_jobs_queued',
      labels: { size },
      value: jobs.filter(({ waiting }) => waiting === size).length,
    })),
    ...(['template', 'import'] as const).map((type) => ({
      gauge: 'roundtrip_job_silence_seconds',
      labels: { type },
      value: Math.max(0, ...released.filter((job) => job.type === type).map((job) => silence(job, now))),
    })),
    ...bySize(
      'templates_waiting',
      'templates',
      work((job) => (job.type === 'template' ? 1 : 0)),
      now,
    ),
    ...bySize(
      'files_waiting',
      'files',
      work((job) => (job.type === 'import' && !isRead(job) ? 1 : 0)),
      now,
    ),
    ...bySize('chunks_open', 'chunks', work(chunks), now),
  ];
}

/** A job that is asked for again is silent all the same. */
const silence = ({ changedAt, releasedAt, requestedAt }: OpenJob, now: Date): number =>
  Math.min(secondsSince(changedAt, now), secondsSince(releasedAt ?? requestedAt, now));

function byState(jobs: readonly OpenJob[]) {
  const states = { template: ['QUEUED', 'RUNNING'], import: ['QUEUED', 'VALIDATING', 'APPLYING'] };
  return (['template', 'import'] as const).flatMap((type) =>
    states[type].map((state) => ({
      gauge: 'roundtrip_jobs_open',
      labels: { type, state },
      value: jobs.filter((job) => job.type === type && job.state === state).length,
    })),
  );
}

function bySize(open: string, oldest: string, work: readonly Work[], now: Date) {
  return sizes.flatMap((size) => {
    const own = work.filter((one) => one.size === size && one.open > 0);
    return [
      { gauge: `roundtrip_${open}`, labels: { size }, value: own.reduce((sum, one) => sum + one.open, 0) },
      {
        gauge: `roundtrip_${oldest}_oldest_seconds`,
        labels: { size },
        value: Math.max(0, ...own.map(({ since }) => secondsSince(since, now))),
      },
    ];
  });
}
