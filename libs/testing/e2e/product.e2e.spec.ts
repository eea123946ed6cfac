import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Client,
  downloadTemplate,
  editAuthorisations,
  eventually,
  finished,
  type ImportAnswer,
  receiveTraces,
  type TraceReceiver,
} from '@roundtrip/test-kit/client';
import { chunkReady, importRequested, updateCompleted, validationCompleted } from '@roundtrip/contracts';
import { openApiScenarios } from './openapi.scenarios.js';
import { drawTrace } from './src/trace/draw-trace.rules.js';
import { tracedInto, wholeTrace } from './src/trace/whole-trace.js';
import { type Stack, startStack } from './src/start-stack.js';
import { spreadsheetImports } from './spreadsheet-imports.js';

interface Operation {
  'x-role'?: string;
  requestBody?: { content: Record<string, { example?: unknown; examples?: Record<string, { value: unknown }> }> };
}
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
}

describe('the product', () => {
  let stack: Stack;
  let traces: TraceReceiver;
  const client = (role: keyof Stack['keys']) => new Client(stack.url, stack.keys[role]);

  beforeAll(async () => {
    traces = await receiveTraces();
    stack = await startStack({ contacts: 2000, env: tracedInto(traces) });
  }, 600_000);
  afterAll(async () => {
    await stack?.stop();
    await traces?.stop();
  }, 300_000);

  it('does the ten steps of the tour', async () => {
    const tour = spawn(process.execPath, [fileURLToPath(import.meta.resolve('@roundtrip/tour/program'))], {
      env: { ...process.env, NODE_OPTIONS: '', ROUNDTRIP_HOME: stack.home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [said, complained, code] = await Promise.all([
      text(tour.stdout),
      text(tour.stderr),
      new Promise((resolve) => tour.once('close', resolve)),
    ]);
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    for (let step = 1; step <= 10; step++) expect(said).toContain(`Step ${step}.`);
  }, 600_000);

  it('lets the administrator of a new institution in, who finds it empty and her seven authorisations', async () => {
    const program = fileURLToPath(import.meta.resolve('@roundtrip/institutions/program'));
    const body = ['--name', 'New Theatre', '--language', 'en', '--domains', 'theatre.example'];
    const command = spawn(process.execPath, [program, 'create', ...body], {
      env: { ...process.env, NODE_OPTIONS: '', MONGO_URL: '', ROUNDTRIP_HOME: stack.home },
    });
    const said = await text(command.stdout);
    const [, url, code] = /^(http\S+)\/#code=(\S+)$/m.exec(said) ?? [];
    expect(url).toBe(stack.url);
    const byLink = await client('viewer').send('POST', '/v1/session/code', { code });
    expect(await byLink.json()).toMatchObject({ role: 'admin', institution: { name: 'New Theatre' } });
    const administrator = new Client(stack.url, /^rt_\S+$/m.exec(said)![0]);
    expect(await administrator.get('/v1/me')).toMatchObject({ role: 'admin', institution: { name: 'New Theatre' } });
    const authorisations = await administrator.get<{ items: { code: string }[] }>('/v1/authorisations');
    expect(authorisations.items).toHaveLength(7);
    expect(await administrator.get('/v1/contacts')).toMatchObject({ items: [] });
  });

  it('changes nothing when an untouched template comes back, and says the same in a check and in an update', async () => {
    const file = await downloadTemplate(client('editor'), 'criteria', 2000);
    const total = file.trim().split('\r\n').length - 1;
    expect(total).toBeGreaterThan(1900);
    const check = await finished(
      client('viewer'),
      await client('editor').import(file, { dataType: 'criteria', action: 'check' }),
    );
    expect(check).toMatchObject({ state: 'CHECKED', counts: { total, wouldApply: 0, unchanged: total, rejected: 0 } });
    const update = await finished(
      client('viewer'),
      await client('operator').import(file, { dataType: 'criteria', action: 'update' }),
    );
    expect(update).toMatchObject({ state: 'DONE', counts: { total, applied: 0, unchanged: total, rejected: 0 } });
  }, 600_000);

  it('takes back what an update has changed, as if it had never been, and that again', async () => {
    const operator = client('operator');
    const file = await downloadTemplate(client('editor'), 'authorisations', 2000);
    const edited = editAuthorisations(file, 0.3, 11);
    const importId = await operator.import(edited.csv, { dataType: 'authorisations', action: 'update' });
    expect(await finished(operator, importId)).toMatchObject({ state: 'DONE', counts: { applied: edited.changed } });
    const after = await downloadTemplate(client('editor'), 'authorisations', 2000);
    expect(after).not.toBe(file);

    const email = `undo-${Date.now()}@example.org`;
    const body = { overwriteRefusals: true };
    const undo = await client('admin').post<ImportAnswer>(`/v1/imports/${importId}/undo`, { ...body, email });
    expect(await finished(operator, undo.importId)).toMatchObject({
      state: 'DONE',
      counts: { total: edited.changed, applied: edited.changed },
    });
    expect(await downloadTemplate(client('editor'), 'authorisations', 2000)).toBe(file);
    expect((await eventually(() => stack.mailTo(email))).text).toContain(undo.importId);
    await expectOneTrace(undo.importId, email);

    const again = await client('admin').post<ImportAnswer>(`/v1/imports/${undo.importId}/undo`, body);
    expect(await finished(operator, again.importId)).toMatchObject({ counts: { applied: edited.changed } });
    expect(await downloadTemplate(client('editor'), 'authorisations', 2000)).toBe(after);
  }, 600_000);

  it('stops an import that is cancelled, with counts that add up and one mail', async () => {
    const operator = client('operator');
    const email = `cancel-${Date.now()}@example.org`;
    const file = await downloadTemplate(client('editor'), 'criteria', 2000);
    const importId = await operator.import(file, { dataType: 'criteria', action: 'update', email });
    const answer = await operator.send('POST', `/v1/imports/${importId}/cancel`);
    const { state, counts } = await finished(operator, importId);
    // Whoever is fast enough wins: the answer says which.
    expect([answer.status, state]).toEqual([
      answer.status === 409 ? 409 : 202,
      expect.stringMatching(/^(CANCELLED|DONE)$/),
    ]);
    const { total, applied, unchanged, rejected, notAttempted } = counts as Record<string, number>;
    expect(total).toBe((applied ?? 0) + (unchanged ?? 0) + (rejected ?? 0) + (notAttempted ?? 0));
    expect((await eventually(() => stack.mailTo(email))).text).toContain(importId);
  }, 600_000);

  it('tells a viewer no to every route that needs more', async () => {
    const routes = await operations(stack.url);
    const more = routes.filter(
      ({ operation }) => operation['x-role'] && !['viewer', 'any', 'none'].includes(operation['x-role']),
    );
    expect(more.length).toBeGreaterThan(15);
    for (const { method, path, operation } of more) {
      const answer = await client('viewer').send(method, filled(path, {}), bodyOf(operation));
      expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 403`);
    }
  });

  it('answers 404 to another institution for every id of the first, on every route that takes one', async () => {
    const admin = client('admin');
    const { items: targets } = await admin.get<{ items: { targetId: string }[] }>('/v1/targets');
    const { items: templates } = await admin.get<{ items: { templateId: string }[] }>('/v1/templates');
    const { items: imports } = await admin.get<{ items: ImportAnswer[] }>('/v1/imports');
    const { items: contacts } = await admin.get<{ items: { contactNumber: string }[] }>('/v1/contacts?query=000015');
    const { items: keys } = await admin.get<{ items: { keyId: string }[] }>('/v1/api-keys');
    const { items: criteria } = await admin.get<{ items: { code: string; values: { code: string }[] }[] }>(
      '/v1/criteria',
    );
    const { items: others } = await stranger().get<{ items: { code: string }[] }>('/v1/criteria');
    const { items: othersContacts } = await stranger().get<{ items: { contactNumber: string }[] }>(
      '/v1/contacts?query=&limit=200',
    );
    const foreign = new Set(others.map((criterion) => criterion.code));
    const foreignNumbers = new Set(othersContacts.map((contact) => contact.contactNumber));
    const criterion = criteria.find(({ code, values }) => !foreign.has(code) && values.length > 0);
    const ids: Record<string, string | undefined> = {
      targetId: targets[0]?.targetId,
      templateId: templates[0]?.templateId,
      importId: imports[0]?.importId,
      contactNumber: contacts.find(({ contactNumber }) => !foreignNumbers.has(contactNumber))?.contactNumber,
      keyId: keys[0]?.keyId,
      code: criterion?.code,
      valueCode: criterion?.values[0]?.code,
    };
    const routes = (await operations(stack.url)).filter(({ path }) => path.includes('{'));
    expect(routes.length).toBeGreaterThan(12);
    for (const { method, path, operation } of routes) {
      const answer = await stranger().send(method, filled(path, ids), bodyOf(operation));
      expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 404`);
    }
    // The ids are good for their owner, so that the 404 above says something.
    for (const path of [
      '/v1/targets/{targetId}',
      '/v1/templates/{templateId}',
      '/v1/imports/{importId}',
      '/v1/contacts/{contactNumber}',
    ]) {
      const answer = await admin.send('GET', filled(path, ids));
      expect(`${path} ${answer.status}`).toBe(`${path} 200`);
    }
  });

  it('shows another institution nothing of the first in its lists', async () => {
    for (const path of ['/v1/templates', '/v1/imports']) {
      expect(await stranger().get(path)).toMatchObject({ items: [] });
    }
  });

  it('sends one mail when it was asked for, also when the file cannot be used', async () => {
    const email = `officer-${Date.now()}@example.org`;
    const importId = await client('editor').import('nonsense', { dataType: 'criteria', action: 'check', email });
    expect(await finished(client('viewer'), importId)).toMatchObject({
      state: 'REJECTED',
      problem: { code: 'HEADER_MISSING_COLUMN' },
    });
    const mail = await eventually(() => stack.mailTo(email));
    expect(mail.text).toContain('CONTACT_NUMBER');
  });

  spreadsheetImports(() => stack);

  /** From the request to the mail, over four services, and nothing in it that is nobody's business. */
  const expectOneTrace = async (importId: string, email: string) => {
    const spans = await wholeTrace(traces, importId);
    const above = new Map(spans.map((span) => [span.spanId, span]));
    const wayTo = (name: string): string[] => {
      const way: string[] = [];
      for (let span = spans.find((one) => one.name === name); span; span = above.get(span.parentSpanId ?? ''))
        way.unshift(`${span.service}: ${span.name}`);
      return way;
    };
    expect(wayTo('send mail')).toEqual([
      'gateway: POST /v1/imports/{importId}/undo',
      `gateway: publish ${importRequested.topic}`,
      `import-validation: deliver ${importRequested.topic}`,
      `import-validation: publish ${validationCompleted.topic}`,
      `bulk-update: deliver ${validationCompleted.topic}`,
      // What was changed in two chunks is taken back in two: the one that is closed last ends the import.
      `bulk-update: publish ${chunkReady.topic}`,
      `bulk-update: deliver ${chunkReady.topic}`,
      `bulk-update: publish ${updateCompleted.topic}`,
      `notifications: deliver ${updateCompleted.topic}`,
      'notifications: send mail',
    ]);
    expect(spans.filter(({ parentSpanId }) => parentSpanId === undefined)).toHaveLength(1);
    expect(spans.filter(({ failed }) => failed)).toEqual([]);
    const names = spans.map(({ name }) => name);
    for (const name of [
      'read file',
      'put plans',
      'get plans',
      'chunk',
      'find contacts',
      'update contacts',
      'put reports',
    ])
      expect(names).toContain(name);
    const sent = JSON.stringify(traces.received);
    expect(sent).not.toContain(email);
    expect(sent).not.toContain('@');
    expect(drawTrace(spans)).toContain('█');
  };

  const stranger = () => new Client(stack.url, stack.second.admin);

  it('leaves documents that their schemas describe to the last property', async () => {
    const { database } = stack;
    const misfits = Object.entries(database.models).map(async ([name, model]) => {
      const documents = await database[name as 'jobs'].find({}).limit(200).toArray();
      const faults = documents.map(async (document) => {
        try {
          await new model(document).validate();
          return [];
        } catch (error) {
          return [String(error)];
        }
      });
      return { name, many: documents.length, said: [...new Set((await Promise.all(faults)).flat())] };
    });
    const found = await Promise.all(misfits);
    expect(found.filter(({ said }) => said.length > 0)).toEqual([]);
    // These last for minutes, or are there only after something that is not done here. Those of the sign-in have a spec of the gateway.
    const passing = ['signInCodes', 'signIns', 'sessions', 'people', 'refusals', 'deletedTargets', 'idempotencyKeys'];
    expect(found.filter(({ many, name }) => many === 0 && !passing.includes(name))).toEqual([]);
  });

  // It comes last: what it has sent is everywhere.
  openApiScenarios(() => stack);
});

async function operations(url: string): Promise<{ method: string; path: string; operation: Operation }[]> {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApi;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

const filled = (path: string, ids: Record<string, string | undefined>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? 'unknown'));

function bodyOf(operation: Operation): unknown {
  const json = operation.requestBody?.content['application/json'];
  if (!json) return operation.requestBody ? new FormData() : undefined;
  return json.example ?? Object.values(json.examples ?? {})[0]?.value ?? {};
}
