import { setTimeout as sleep } from 'node:timers/promises';
import { openJobStates } from '@roundtrip/contracts';
import type { Client } from '@roundtrip/test-kit/client';

const open = new Set<string>(openJobStates);

export interface FinishedImport {
  importId: string;
  counts: Record<string, number>;
  /** From the beginning of the upload to the end that the API shows. */
  seconds: number;
}

/** Sends a file and waits, looking often: half a second would be much of a short import. @throws when it does not end well */
export async function runImport(client: Client, csv: string, action: 'check' | 'update'): Promise<FinishedImport> {
  const begin = performance.now();
  const importId = await client.import(new Blob([csv]), { dataType: 'authorisations', action });
  for (;;) {
    const { state, counts = {} } = await client.get<{ state: string; counts?: Record<string, number> }>(
      `/v1/imports/${importId}`,
    );
    if (state === 'CHECKED' || state === 'DONE') {
      return { importId, counts, seconds: (performance.now() - begin) / 1000 };
    }
    if (!open.has(state)) throw new Error(`The ${action} is ${state}: ${JSON.stringify(counts)}`);
    await sleep(50);
  }
}

export interface FinishedTemplate {
  templateId: string;
  zip: Buffer;
  seconds: number;
}

/** Asks for a template, waits for it and gets its file. @param targetId whose contacts */
export async function runTemplate(client: Client, targetId: string): Promise<FinishedTemplate> {
  const begin = performance.now();
  const { templateId } = await client.post<{ templateId: string }>('/v1/templates', {
    dataType: 'authorisations',
    targetId,
  });
  for (;;) {
    const { state } = await client.get<{ state: string }>(`/v1/templates/${templateId}`);
    if (state === 'READY') break;
    if (['FAILED', 'EMPTY', 'EXPIRED'].includes(state)) throw new Error(`The template is ${state}`);
    await sleep(50);
  }
  const answer = await client.send('GET', `/v1/templates/${templateId}/file`);
  const zip = Buffer.from(await answer.arrayBuffer());
  return { templateId, zip, seconds: (performance.now() - begin) / 1000 };
}
