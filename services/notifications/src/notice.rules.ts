import type {
  EventData,
  ImportAction,
  ImportCounts,
  jobAbandoned,
  templateCompleted,
  templateFailed,
  updateCompleted,
  updateFailed,
  validationFailed,
  validationRejected,
  validationRejectedV1,
} from '@roundtrip/contracts';

interface Notice {
  /** templateId or importId. */
  jobId: string;
  institution: string;
}
/** The end of a job, as far as the event tells it. */
export type TemplateNotice = Notice &
  (
    | {
        kind: 'template-ready';
        lines: number;
        completedAt: Date;
        file: { objectKey: string; name: string; sizeBytes: number; parts: number };
      }
    | { kind: 'template-empty' }
    | { kind: 'template-failed'; code: string }
  );
export type ImportNotice = Notice & { kind: 'import-finished' } & (
    | { state: 'CHECKED' | 'DONE' | 'DONE_WITH_ERRORS' | 'CANCELLED'; action: ImportAction; counts: ImportCounts }
    | { state: 'REJECTED' | 'FAILED'; code: string }
  );
export type JobNotice = TemplateNotice | ImportNotice;

export function templateCompletedNotice(data: EventData<typeof templateCompleted>): TemplateNotice {
  const { templateId: jobId, institution, lines, file } = data;
  if (!file) return { kind: 'template-empty', jobId, institution };
  return { kind: 'template-ready', jobId, institution, lines, file, completedAt: new Date(data.completedAt) };
}

export function templateFailedNotice(data: EventData<typeof templateFailed>): TemplateNotice {
  const { templateId: jobId, institution, code } = data;
  return { kind: 'template-failed', jobId, institution, code };
}

export function importRejectedNotice(
  data: EventData<typeof validationRejected | typeof validationRejectedV1>,
): ImportNotice {
  const { importId: jobId, institution, code } = data;
  return { kind: 'import-finished', state: 'REJECTED', jobId, institution, code };
}

export function importFailedNotice(data: EventData<typeof validationFailed | typeof updateFailed>): ImportNotice {
  const { importId: jobId, institution, code } = data;
  return { kind: 'import-finished', state: 'FAILED', jobId, institution, code };
}

export function jobAbandonedNotice({
  jobId,
  jobType,
  institution,
  code,
}: Omit<EventData<typeof jobAbandoned>, 'detail'>): JobNotice {
  if (jobType === 'template') return { kind: 'template-failed', jobId, institution, code };
  return { kind: 'import-finished', state: 'FAILED', jobId, institution, code };
}

export function importCompletedNotice(data: EventData<typeof updateCompleted>): ImportNotice {
  const { importId: jobId, institution, state, action, counts } = data;
  return { kind: 'import-finished', jobId, institution, state, action, counts };
}
