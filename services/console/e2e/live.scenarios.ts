import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { ImportPhase } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import { eventually, finished } from '@roundtrip/test-kit/client';
import type { Page } from 'playwright-core';
import { clientOf } from './client-of.js';
import { chooseFile, fileOf, rowOf, totalsOn } from './officer.js';
import type { ScenarioContext } from './scenario-context.js';

const OUTAGE_MS = 10_000;
/** Enough chunks that some are not begun when the first is done. */
const MANY = 16_000;
const lost = 'The connection is lost.';

export function liveScenarios(given: () => ScenarioContext): void {
  describe('what goes on elsewhere', () => {
    /** Every import that a service was told of has a name of its own. */
    const upload = async (name: string, lastName: string): Promise<string> => {
      const csv = `CONTACT_NUMBER;LAST_NAME\r\nLIVE-1;${lastName}`;
      const answer = await clientOf(given(), 'operator').upload(csv, { dataType: 'contacts', action: 'check' }, name);
      return ((await answer.json()) as { importId: string }).importId;
    };

    it('is shown in two windows at once, and ends in both when it is stopped', async () => {
      const { database } = given().stack;
      const [{ page }, { page: other }] = [await given().open('operator'), await given().open('viewer')];
      const elsewhere = rowOf(other, 'many.csv');
      await page.getByRole('link', { name: 'New', exact: true }).click();
      const lines = Array.from({ length: MANY }, (_, index) => `MANY-${index};Nobody ${index}`);
      await chooseFile(page, 'many.csv', ['CONTACT_NUMBER;LAST_NAME', ...lines].join('\r\n'));
      await page.getByRole('radio', { name: 'Bulk update the data' }).check();
      const { importId } = await given().stack.whileHeld('bulk-update', async () => {
        await page.getByRole('button', { name: 'Update the data' }).click();
        await page.getByText('You can leave this page').waitFor();
        await elsewhere.getByText('Being applied').waitFor();
        await elsewhere.getByRole('progressbar').waitFor();
        await page.getByText('Being applied').waitFor();
        await elsewhere.getByText(`Deciding: 0 of ${MANY.toLocaleString('en-GB')} lines`).waitFor();
        return { importId: new URL(page.url()).pathname.split('/').at(-1) ?? '' };
      });
      // Some of it is applied, not all.
      const isDone = { _id: `${importId}:00000` };
      await eventually(async () => (await database.closedChunks.findOne(isDone)) ?? undefined);
      await given().stack.whileHeld('bulk-update', async () => {
        await page.getByRole('button', { name: 'Stop' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
        await Promise.all([page.getByText('Stopping').waitFor(), elsewhere.getByText('Stopping').waitFor()]);
        await page.getByText('What has begun is finished first').waitFor();
      });
      await Promise.all([page.getByText('Cancelled').waitFor(), elsewhere.getByText('Cancelled').waitFor()]);
      await page.getByRole('heading', { name: 'What has changed' }).waitFor();
      const totals = await totalsOn(page);
      expect(totals).toEqual({
        'lines in all': MANY,
        applied: expect.any(Number),
        unchanged: 0,
        rejected: 0,
        'not attempted': expect.any(Number),
      });
      const { applied = 0, 'not attempted': notAttempted = 0 } = totals;
      expect(applied).toBeGreaterThan(0);
      expect(notAttempted).toBeGreaterThan(0);
      expect(applied + notAttempted).toBe(MANY);
      const format = (count: number) => count.toLocaleString('en-GB');
      await elsewhere.getByText(`${format(applied)} applied · ${format(notAttempted)} not attempted`).waitFor();

      // What was applied is listed, and was indeed applied.
      const changes = (await fileOf(page, page.getByRole('link', { name: 'Changes' }))).bytes.toString();
      const changed = new Set(changes.match(/MANY-\d+/g));
      expect(changed.size).toBe(applied);
      const held = await database.contacts.countDocuments({ contactNumber: /^MANY-/ });
      expect(held).toBe(applied);
      await database.contacts.deleteMany({ contactNumber: /^MANY-/ });
    }, 600_000);

    it('says what is being done, how much of that, and how long all of it will take', async () => {
      const { jobs } = given().stack.database;
      const importId = 'imp_phases';
      const lines = 964_281;
      const begun = new Date();
      const phase = (name: ImportPhase, share: number, seconds = 5) => ({
        name,
        since: new Date(begun.getTime() - seconds * 1000),
        share,
        lines,
      });
      const checked = await upload('phases.csv', 'Phases');
      await finished(clientOf(given(), 'viewer'), checked);
      const pattern = await jobs.findOne({ _id: checked });
      const { counts: _, finishedAt: __, ...open } = pattern as ImportJobDocument;
      const job: ImportJobDocument = {
        ...open,
        _id: importId,
        action: 'update',
        state: 'VALIDATING',
        requestedAt: begun,
        startedAt: begun,
        publishedAt: begun,
        changedAt: begun,
        version: 1,
        paces: { reading: 10, deciding: 40, reporting: 5 },
        progress: { linesDone: 0, linesTotal: 0, share: 0.05, phase: phase('reading', 0.3) },
      };
      const goesOn = (change: Partial<ImportJobDocument>) =>
        jobs.updateOne({ _id: importId }, { $set: { ...change, changedAt: new Date() }, $inc: { version: 1 } });
      await jobs.insertOne(job);
      try {
        const windows = [await given().open('viewer'), await given().open('viewer', { language: 'fr', width: 400 })];
        const [english, french] = windows.map(({ page }) => page) as [Page, Page];
        for (const window of windows) await window.go(`/imports/${importId}`);
        const shown: number[] = [];
        const says = async (inEnglish: RegExp, inFrench: RegExp): Promise<void> => {
          await Promise.all([english.getByText(inEnglish).waitFor(), french.getByText(inFrench).waitFor()]);
          shown.push(Number(await english.getByRole('progressbar').getAttribute('aria-valuenow')));
        };
        await says(
          /^Reading the file · about \d+ (seconds?|minutes?) left$/,
          /^Lecture du fichier · encore \d+\s(secondes?|minutes?) environ$/,
        );
        await goesOn({
          progress: { linesDone: 482_140, linesTotal: lines, share: 0.12, phase: phase('reading', 0.7, 7) },
        });
        await says(
          /^Reading: 482,140 of 964,281 lines · about \d+ (seconds?|minutes?) left$/,
          /^Lecture\s: 482\s140 sur 964\s281 lignes · encore \d+\s(secondes?|minutes?) environ$/,
        );
        await goesOn({
          state: 'APPLYING',
          progress: { linesDone: 155_000, linesTotal: lines, share: 0.3, phase: phase('deciding', 0.16, 6) },
        });
        await says(
          /^Deciding: 155,000 of 964,281 lines · about \d+ (seconds?|minutes?) left$/,
          /^Traitement\s: 155\s000 sur 964\s281 lignes · encore \d+\s(secondes?|minutes?) environ$/,
        );
        await goesOn({
          progress: { linesDone: 700_000, linesTotal: lines, share: 0.98, phase: phase('reporting', 0.73, 3) },
        });
        await says(
          /^Writing the reports: 700,000 of 964,281 lines · about \d+ (seconds?|minutes?) left$/,
          /^Préparation des rapports\s: 700\s000 sur 964\s281 lignes · encore \d+\s(secondes?|minutes?) environ$/,
        );
        await goesOn({ cancelRequestedAt: new Date(), cancelPublishedAt: new Date() });
        await says(
          /^What has begun is finished first · Writing the reports: 700,000 of 964,281 lines$/,
          /^Ce qui est commencé se termine d’abord · Préparation des rapports\s: 700\s000 sur 964\s281 lignes$/,
        );
        await english.getByText('Stopping', { exact: true }).waitFor();
        expect(shown).toEqual([5, 12, 30, 98, 98]);
      } finally {
        await jobs.deleteOne({ _id: importId });
      }
    }, 600_000);

    it('is caught up with after ten seconds without a network', async () => {
      const { page, context } = await given().open('viewer');
      await upload('before.csv', 'Before');
      await rowOf(page, 'before.csv').getByText('Checked: the line fits', { exact: true }).waitFor();
      const begun = await given().stack.whileHeld('import-validation', async () => {
        const importId = await upload('under-way.csv', 'Under way');
        await rowOf(page, 'under-way.csv').getByText('Waiting', { exact: true }).waitFor();
        await context.setOffline(true);
        await page.getByText(lost).waitFor();
        return importId;
      });
      await upload('meanwhile.csv', 'Meanwhile');
      await setTimeout(OUTAGE_MS);
      const { state } = await clientOf(given(), 'viewer').get<{ state: string }>(`/v1/imports/${begun}`);
      expect(state).toBe('CHECKED');
      // Nothing came, and what was there stayed.
      await rowOf(page, 'under-way.csv').getByText('Waiting', { exact: true }).waitFor();
      expect(await page.getByRole('listitem').filter({ hasText: 'meanwhile.csv' }).count()).toBe(0);
      await context.setOffline(false);
      await page.getByText(lost).waitFor({ state: 'detached' });
      await rowOf(page, 'under-way.csv').getByText('Checked: the line fits', { exact: true }).waitFor();
      await rowOf(page, 'meanwhile.csv').getByText('Checked: the line fits', { exact: true }).waitFor();
      // And it is live again.
      await upload('afterwards.csv', 'Afterwards');
      await rowOf(page, 'afterwards.csv').getByText('Checked: the line fits', { exact: true }).waitFor();
    }, 600_000);

    it('goes on when the server was away', async () => {
      const { page } = await given().open('editor');
      await page.getByRole('listitem').first().waitFor();
      await given().stack.kill('gateway');
      await page.getByText(lost).waitFor();
      await page.getByText(lost).waitFor({ state: 'detached', timeout: 60_000 });
      await upload('restarted.csv', 'Restarted');
      await rowOf(page, 'restarted.csv').getByText('Checked: the line fits', { exact: true }).waitFor();
    }, 600_000);

    it('moves nothing on the page: a row keeps its height from waiting to the end', async () => {
      const { page } = await given().open('editor');
      const row = rowOf(page, 'height.csv');
      const heightOf = async (state: string): Promise<number | undefined> => {
        await row.getByText(state, { exact: true }).waitFor();
        return (await row.boundingBox())?.height;
      };
      const waiting = await given().stack.whileHeld('import-validation', async () => {
        await upload('height.csv', 'Height');
        return heightOf('Waiting');
      });
      expect(waiting).toBeGreaterThan(50);
      expect(await heightOf('Checked: the line fits')).toBe(waiting);
    }, 600_000);
  });
}
