import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { Issue, IssueCode } from '@roundtrip/contracts';
import type { IssueGroup } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { finished } from '@roundtrip/test-kit/client';
import type { Page, Response } from 'playwright-core';
import { clientOf } from './client-of.js';
import type { ScenarioContext } from './scenario-context.js';

const JOBS = 10_000;
const ERRORS = 1_000_000;
const BLOCK = 1_000;
/** What is asked for at once. */
const PAGE = 50;

export function manyScenarios(given: () => ScenarioContext): void {
  describe('what is too much to be shown at once', () => {
    it('is listed page by page: ten thousand jobs', async () => {
      const { database } = given().stack;
      const pattern = await database.jobs.findOne({ type: 'import', state: 'CHECKED' });
      if (!pattern) throw new Error('There is no import yet');
      const longAgo = new Date('2020-01-01T00:00:00Z').getTime();
      const jobs = Array.from({ length: JOBS }, (_, index) => ({
        ...pattern,
        _id: `imp_old${index}`,
        requestedAt: new Date(longAgo + index * 1000),
        changedAt: new Date(longAgo + index * 1000),
      }));
      for (let from = 0; from < JOBS; from += 1000) await database.jobs.insertMany(jobs.slice(from, from + 1000));
      try {
        const { page } = await given().open('viewer');
        const rows = page.getByRole('list', { name: 'Import' }).getByRole('listitem');
        // An answer to the page as it was first would be gone with it before it is read.
        await rows.first().waitFor();
        const answers = answersOn(page, /\/v1\/imports(\?|$)/);
        await page.reload();
        await rows.nth(PAGE - 1).waitFor();
        const shown = await rows.count();
        expect(shown).toBeLessThan(2 * PAGE);
        for (let more = 1; more <= 3; more++) {
          await page.getByRole('button', { name: 'Show more' }).click();
          await rows.nth((more + 1) * PAGE - 1).waitFor();
        }
        expect(await rows.count()).toBeLessThanOrEqual(shown + 3 * PAGE);
        const items = await answers();
        expect(items.length).toBeGreaterThanOrEqual(4);
        expect(Math.max(...items)).toBe(PAGE);
      } finally {
        await database.jobs.deleteMany({ _id: { $gte: 'imp_old', $lt: 'imp_ole' } });
      }
    }, 600_000);

    it('is shown page by page: a million errors of one import', async () => {
      const importId = await checkWithAnError();
      await swell(importId);
      const window = await given().open('editor');
      const { page } = window;
      const answers = answersOn(page, new RegExp(`/v1/imports/${importId}/errors`));
      await window.go(`/imports/${importId}`);
      const unknown = page.getByRole('region', { name: 'Unknown contact' });
      await unknown.getByText('500,000 lines, for example 2, 4, 6 …').waitFor();
      await unknown.getByRole('button', { name: 'Show the lines' }).click();
      const rows = unknown.getByRole('row');
      await rows.filter({ hasText: 'nobody-2' }).first().waitFor();
      expect(await rows.count()).toBe(1 + PAGE);
      await page.getByRole('button', { name: 'Show more' }).click();
      await rows.nth(2 * PAGE).waitFor();
      expect(await rows.count()).toBe(1 + 2 * PAGE);
      const misspelt = page.getByRole('region', { name: 'Unknown code' });
      await misspelt.getByRole('button', { name: 'Show the lines' }).click();
      await misspelt.getByRole('row').filter({ hasText: 'TEACHR' }).first().waitFor();
      expect(await misspelt.getByRole('row').count()).toBe(1 + PAGE);
      const items = await answers();
      expect(items.length).toBeGreaterThanOrEqual(3);
      expect(Math.max(...items)).toBe(PAGE);
    }, 600_000);

    const checkWithAnError = async (): Promise<string> => {
      const rest = clientOf(given(), 'editor');
      const csv = 'CONTACT_NUMBER;[new] PROFESSION - Profession\r\nnobody-2;TEACHER';
      const importId = await rest.import(csv, { dataType: 'criteria', action: 'check' });
      await finished(rest, importId);
      return importId;
    };

    /** The lists of issues as bulk-update writes them, and the counts that go with them: half of the lines each of two errors. */
    const swell = async (importId: string): Promise<void> => {
      const { database, env } = given().stack;
      const store = new ObjectStore({
        endpoint: env['S3_ENDPOINT'] ?? '',
        accessKey: env['S3_ACCESS_KEY'] ?? '',
        secretKey: env['S3_SECRET_KEY'] ?? '',
        region: env['S3_REGION'] ?? 'us-east-1',
      });
      const list = (name: string, issues: (block: number) => Issue[]) => {
        const blocks = Array.from({ length: ERRORS / BLOCK }, (_, block) => block * BLOCK);
        const lines = Readable.from(blocks).map((block: number) =>
          issues(block)
            .map((one) => `${JSON.stringify(one)}\n`)
            .join(''),
        );
        return store.put('reports', `${importId}/errors/${name}.ndjson`, Readable.from(lines, { objectMode: false }));
      };
      const line = (index: number): Issue =>
        index % 2 === 0
          ? {
              code: 'CONTACT_UNKNOWN',
              line: index + 2,
              value: `nobody-${index + 2}`,
              message: 'There is no such contact.',
            }
          : { code: 'CODE_UNKNOWN', line: index + 2, value: 'TEACHR', message: 'There is no such code.' };
      const block = (from: number) => Array.from({ length: BLOCK }, (_, index) => line(from + index));
      await list('all', block);
      await list('CONTACT_UNKNOWN', (from) => block(from).filter(({ code }) => code === 'CONTACT_UNKNOWN'));
      await list('CODE_UNKNOWN', (from) => block(from).filter(({ code }) => code === 'CODE_UNKNOWN'));
      const counts = { 'counts.total': ERRORS, 'counts.rejected': ERRORS };
      await database.jobs.updateOne({ _id: importId }, { $set: counts, $inc: { version: 1 } });
      const issueCounts = { CONTACT_UNKNOWN: ERRORS / 2, CODE_UNKNOWN: ERRORS / 2 };
      const group = (code: IssueCode, first: number): IssueGroup => ({
        code,
        count: ERRORS / 2,
        lines: [0, 2, 4].map((more) => ({ line: first + more })),
      });
      const issueGroups = [group('CONTACT_UNKNOWN', 2), group('CODE_UNKNOWN', 3)];
      await database.outcomes.updateOne({ _id: importId }, { $set: { ...counts, issueCounts, issueGroups } });
    };
  });
}

/** How many items each answer held that came from then on. */
function answersOn(page: Page, path: RegExp): () => Promise<number[]> {
  const answers: Promise<number>[] = [];
  page.on('response', (response: Response) => {
    if (path.test(response.url()) && response.ok())
      answers.push(response.json().then(({ items }: { items: unknown[] }) => items.length));
  });
  return () => Promise.all(answers);
}
