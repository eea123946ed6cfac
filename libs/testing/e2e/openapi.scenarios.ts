import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { missingForSchemathesis, runSchemathesis } from './src/schemathesis.js';
import { Client, finished } from '@roundtrip/test-kit/client';
import type { Stack } from './src/start-stack.js';

// Where a change is decided on, the tool has to be there: then the test runs and fails.
const missing = process.env['CI'] === 'true' ? undefined : missingForSchemathesis();
if (missing !== undefined) console.warn(`Not tested: the REST interface against its own document. ${missing}.`);

/** Of what is wrong: refused by a route, or before one is asked where the address alone is longer than the headers of a request may be. */
const config = `[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 405, 406, 409, 415, 422, 428, 429, 431, "5xx"]
`;

/** Every route of the OpenAPI document, asked by a tool that knows nothing but the document. */
export function openApiScenarios(given: () => Stack): void {
  (missing === undefined ? describe : describe.skip)('the REST interface', () => {
    let stack: Stack;
    let folder: string;

    beforeAll(async () => {
      stack = given();
      folder = await mkdtemp(join(tmpdir(), 'spec-schemathesis-'));
      await writeFile(join(folder, 'schemathesis.toml'), config);
      // The tool asks about the things that it has seen in answers: there have to be some.
      const admin = new Client(stack.url, stack.second.admin);
      const { items: contacts } = await admin.get<{ items: { contactNumber: string }[] }>('/v1/contacts?limit=2');
      const lines = contacts.map(({ contactNumber }, at) => `${contactNumber};${at === 0 ? 'Seen' : '=1+1'}`);
      const csv = ['CONTACT_NUMBER;[new] NOTES', ...lines, 'nobody-9;x'].join('\r\n');
      for (const action of ['check', 'update']) {
        await finished(admin, await admin.import(csv, { dataType: 'criteria', action }));
      }
      const { items: targets } = await admin.get<{ items: { targetId: string }[] }>('/v1/targets?limit=1');
      await admin.post('/v1/templates', { dataType: 'criteria', targetId: targets[0]?.targetId });
    }, 600_000);
    afterAll(async () => {
      if (folder) await rm(folder, { recursive: true });
    }, 600_000);

    it('answers as its document says, refuses what the document does not allow, and never fails', async () => {
      const options = {
        header: `Authorization: Bearer ${stack.second.admin}`,
        phases: 'examples,coverage,fuzzing',
        'max-examples': '10',
        checks: 'all',
        // What is allowed by its shape may name things that are not there, or say what the rules of the product refuse.
        'exclude-checks': 'positive_data_acceptance',
        // A stream without an end.
        'exclude-path': '/v1/events',
        seed: '1',
        'generation-database': 'none',
        workers: '1',
        'request-timeout': '30',
      };
      const { status, said } = await runSchemathesis(`${stack.url}/openapi.json`, options, folder);
      // What it has found is what has to be read, not that it has found something.
      if (status !== 0) throw new Error(said);
      // It has asked.
      expect(Number(/([\d,]+) generated/.exec(said)?.[1]?.replaceAll(',', ''))).toBeGreaterThan(500);
    }, 600_000);
  });
}
