import { setTimeout as sleep } from 'node:timers/promises';
import type { PatientClient } from './patient-client.js';
import type { PlannedUpload, Scenario } from './scenario.js';

export interface Stage {
  client: PatientClient;
  institution: string;
  /** Target of the template. */
  targetId: string;
  /** Called when the users begin, and when they go on after the first imports are over. Resolves when everything that it has disturbed is well again. */
  onAct: (act: 1 | 2) => Promise<void>;
  /** How long a job may take from then on; after that it counts as lost. */
  patienceMs: number;
  cancels: boolean;
}

/** Ids of the jobs by the scenario's labels. */
export type Played = Map<string, { id: string; type: 'import' | 'template'; state: string }>;

interface JobAnswer {
  state: string;
}

const openStates = new Set(['QUEUED', 'VALIDATING', 'APPLYING', 'RUNNING']);

/** Does what the users do, and waits until every job is over or counts as lost. */
export async function play(scenario: Scenario, stage: Stage): Promise<Played> {
  const { client } = stage;
  const played: Played = new Map();
  const note = (label: string, type: 'import' | 'template', id: string) => played.set(label, { id, type, state: '' });
  const upload = async (planned: PlannedUpload): Promise<void> => {
    const { importId } = await client.upload<{ importId: string }>(
      {
        dataType: planned.dataType,
        action: planned.action,
        onConflict: planned.onConflict,
        ...mailTo(planned, stage),
      },
      { name: `${planned.label}.csv`, csv: planned.csv },
    );
    note(planned.label, 'import', importId);
    if (stage.cancels && scenario.cancel.label === planned.label) {
      await sleep(scenario.cancel.afterMs);
      await client.post(`/v1/imports/${importId}/cancel`, undefined, [409]);
    }
  };
  const template = async (): Promise<void> => {
    const body = { dataType: 'criteria', targetId: stage.targetId, ...mailTo(scenario.template, stage) };
    const made = await client.post<{ templateId: string }>('/v1/templates', body);
    if (made) note(scenario.template.label, 'template', made.templateId);
  };
  const undo = async (planned: Scenario['undos'][number]): Promise<void> => {
    const path = `/v1/imports/${played.get(planned.of)?.id}/undo`;
    // 409: the cancellation came before anything was applied.
    const body = { overwriteRefusals: planned.overwriteRefusals, ...mailTo(planned, stage) };
    const made = await client.post<{ importId: string }>(path, body, [409]);
    if (made) note(planned.label, 'import', made.importId);
  };

  let well = stage.onAct(1);
  await Promise.all([...scenario.uploads.map(upload), template()]);
  if (!(await allOver(played, stage, well))) return played;
  well = stage.onAct(2);
  await Promise.all([...scenario.undos.map(undo), ...scenario.lateUploads.map(upload)]);
  await allOver(played, stage, well);
  return played;
}

export const addressOf = (mailbox: string, institution: string): string => `${mailbox}@${institution}.example.org`;

const mailTo = ({ mailbox }: { mailbox?: string }, { institution }: Stage): { email?: string } =>
  mailbox === undefined ? {} : { email: addressOf(mailbox, institution) };

async function allOver(played: Played, { client, patienceMs }: Stage, well: Promise<void>): Promise<boolean> {
  let until = Infinity;
  const startClock = (): void => {
    until = Date.now() + patienceMs;
  };
  // A failure is thrown to whoever waits for the act itself.
  void well.then(startClock, startClock);
  for (;;) {
    const open = [...played.values()].filter(({ state }) => state === '' || openStates.has(state));
    for (const job of open) job.state = (await client.get<JobAnswer>(`/v1/${job.type}s/${job.id}`)).state;
    if (open.every(({ state }) => !openStates.has(state))) return true;
    if (Date.now() > until) return false;
    await sleep(150);
  }
}
