import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@roundtrip/contracts';
import { Sheet } from '@roundtrip/tour';
import { type Cast, column, template, textOf } from './cast.js';
import type { UploadForm } from './code-case.js';
import { type Ended, type ImportUser, isRefusal } from './import-user.js';
import { readCsv } from './run-case.js';

const authorisations: UploadForm = { dataType: 'authorisations' };
const overwrite: UploadForm = { ...authorisations, onConflict: 'overwrite' };
const overwriteAll: UploadForm = { ...overwrite, overwriteRefusals: 'true' };

/**
 * Who may let a stale file win (libs/fields/README.md#what-decides-about-a-line, rule 6). The file knows nothing of two values that are there now: a consent of the first
 * contact, a refusal of the second.
 */
export function describeRights(cast: Cast, as: (role: Role) => ImportUser): void {
  const [consented, refused] = cast.numbers;
  const stale = template(cast, 'authorisations', {
    PHONE: [['Empty', 'FALSE'], '', ''],
    EMAIL: ['', ['Empty', 'TRUE'], ''],
  });
  const file = textOf(stale);
  const valuesNow = async (): Promise<unknown> => [
    (await as('viewer').contact(consented))['authorisations.PHONE'],
    (await as('viewer').contact(refused))['authorisations.EMAIL'],
  ];

  describe('a stale file', () => {
    let check: Ended;
    beforeAll(async () => {
      check = requireEnd(await as('editor').importFile(file, authorisations, 'check'));
    }, 600_000);

    it.each<[Role, 'check' | 'update', UploadForm, Role]>([
      ['viewer', 'check', authorisations, 'editor'],
      ['editor', 'update', authorisations, 'operator'],
      ['editor', 'check', overwrite, 'operator'],
      ['operator', 'check', overwriteAll, 'admin'],
      ['operator', 'update', overwriteAll, 'admin'],
    ])('is not taken from the role %s for this %s with %j', async (role, action, form, needed) => {
      expectForbidden(await as(role).importFile(file, form, action), needed);
      expect(await valuesNow()).toEqual([true, false]);
    });

    it('becomes no update from a check for those who may not', async () => {
      expectForbidden(await as('editor').updateFromCheck(check.importId), 'operator');
      expectForbidden(await as('operator').updateFromCheck(check.importId, { overwriteRefusals: true }), 'admin');
      // What an administrator has checked is no permission for others.
      const admins = requireEnd(await as('admin').importFile(file, overwriteAll, 'check'));
      expect(admins).toMatchObject({ state: 'CHECKED', counts: { wouldApply: 2, overwritten: 2, rejected: 0 } });
      expectForbidden(await as('operator').updateFromCheck(admins.importId), 'admin');
      expect(await valuesNow()).toEqual([true, false]);
    }, 600_000);

    it('is a conflict on both lines without an option', async () => {
      expect(check).toMatchObject({ state: 'CHECKED', counts: { wouldApply: 0, unchanged: 1, rejected: 2 } });
      const update = requireEnd(await as('operator').updateFromCheck(check.importId));
      expect(update).toMatchObject({ state: 'DONE_WITH_ERRORS', counts: { applied: 0, unchanged: 1, rejected: 2 } });
      for (const end of [check, update]) expect(codesOf(end)).toEqual(['2 CONFLICT', '3 CONFLICT_REFUSAL']);
      expect(await valuesNow()).toEqual([true, false]);
    }, 600_000);

    it('without its [old] columns does not undo the refusal either', async () => {
      const columns = [column('old', 'PHONE'), column('old', 'EMAIL'), column('new', 'PHONE')];
      const without = (cells: string[]): string[] =>
        cells.filter((_, at) => !columns.includes(stale.header[at] as string));
      for (const [asks, form] of [['TRUE', overwrite] as const, ['Empty', authorisations] as const]) {
        const fewer = new Sheet(without(stale.header), stale.rows.map(without));
        fewer.rows[1]![fewer.column(column('new', 'EMAIL'))] = asks;
        const end = requireEnd(await as('operator').importFile(textOf(fewer), form, 'update'));
        expect(codesOf(end)).toEqual(['1 OLD_COLUMN_MISSING', '3 CONFLICT_REFUSAL']);
        expect(end.issues[1]?.message).toContain('no [old] column');
        await expectUnreadUndoesNothing(end, authorisations);
      }
      expect(await valuesNow()).toEqual([true, false]);
    }, 600_000);

    it('overwrites for an operator all but the refusal', async () => {
      const checked = requireEnd(await as('operator').importFile(file, overwrite, 'check'));
      expect(checked).toMatchObject({ state: 'CHECKED', counts: { wouldApply: 1, unchanged: 1, rejected: 1 } });
      const end = requireEnd(await as('operator').updateFromCheck(checked.importId));
      expect(end).toMatchObject({
        state: 'DONE_WITH_ERRORS',
        counts: { total: 3, applied: 1, unchanged: 1, rejected: 1, notAttempted: 0, overwritten: 1 },
      });
      for (const { issuesByCode } of [checked, end]) {
        expect(issuesByCode['CONFLICT_REFUSAL']).toMatchObject([
          { code: 'CONFLICT_REFUSAL', line: 3, conflict: { old: 'Empty', now: 'FALSE', new: 'TRUE' } },
        ]);
      }
      for (const form of [authorisations, overwrite]) await expectUnreadUndoesNothing(end, form);
      expect(await valuesNow()).toEqual([false, false]);
    }, 600_000);

    it('overwrites the refusal for an administrator who says so, and the history says who it was', async () => {
      const end = requireEnd(await as('admin').importFile(file, overwriteAll, 'update'));
      expect(end).toMatchObject({
        state: 'DONE',
        counts: { total: 3, applied: 1, unchanged: 2, rejected: 0, notAttempted: 0, overwritten: 1 },
        requestedBy: { role: 'admin' },
      });
      expect(await valuesNow()).toEqual([false, true]);
      expect((await as('viewer').history(refused))[0]).toMatchObject({
        importId: end.importId,
        line: 3,
        overwritten: true,
        by: { role: 'admin' },
        fields: [{ field: 'authorisations.EMAIL', before: false, after: true }],
      });
    }, 600_000);
  });

  describe('an undo', () => {
    const letters = async (): Promise<unknown[]> =>
      Promise.all(cast.numbers.map(async (number) => (await as('viewer').contact(number))['authorisations.LETTER']));
    const refusals = template(cast, 'authorisations', { LETTER: ['FALSE', 'TRUE', ''] });
    let first: Ended;

    it('ends no refusal that the import has recorded, names it, and takes back the rest', async () => {
      first = requireEnd(await as('operator').importFile(textOf(refusals), authorisations, 'update'));
      expect(first).toMatchObject({ state: 'DONE', counts: { applied: 2 } });
      expect(await letters()).toEqual([false, true, null]);
      for (const role of ['operator', 'admin'] as const) {
        const undone = requireEnd(await as(role).undo(first.importId));
        expect(undone).toMatchObject({ state: 'DONE_WITH_ERRORS', overwriteRefusals: false, counts: { rejected: 1 } });
        expect(codesOf(undone)).toEqual(['2 CONFLICT_REFUSAL']);
        expect(undone.issues[0]).toMatchObject({
          message: expect.stringContaining('does not end a refusal'),
          conflict: { old: 'FALSE', now: 'FALSE', new: 'Empty' },
        });
        expect(await letters()).toEqual([false, null, null]);
        await expectUnreadUndoesNothing(undone, authorisations);
      }
    }, 600_000);

    it('takes no refusals back for those who may not', async () => {
      expectForbidden(await as('editor').undo(first.importId), 'operator');
      expectForbidden(await as('operator').undo(first.importId, { overwriteRefusals: true }), 'admin');
      expect(await letters()).toEqual([false, null, null]);
    });

    it('takes refusals back for an administrator who says so, and the undo of that makes them refusals again', async () => {
      const undone = requireEnd(await as('admin').undo(first.importId, { overwriteRefusals: true }));
      expect(undone).toMatchObject({ state: 'DONE', overwriteRefusals: true, counts: { applied: 1, unchanged: 1 } });
      expect(await letters()).toEqual([null, null, null]);
      const again = requireEnd(await as('operator').undo(undone.importId));
      expect(again).toMatchObject({ state: 'DONE', counts: { applied: 1 } });
      expect(await letters()).toEqual([false, null, null]);
      const third = requireEnd(await as('operator').undo(again.importId));
      expect(codesOf(third)).toEqual(['2 CONFLICT_REFUSAL']);
      expect(await letters()).toEqual([false, null, null]);
    }, 600_000);
  });

  /** Whoever sends the rejected lines back as they came changes nothing. */
  async function expectUnreadUndoesNothing({ rejectedLines }: Ended, form: UploadForm): Promise<void> {
    const before = await valuesNow();
    const { sheet } = readCsv(rejectedLines.text);
    const rows = sheet.rows.filter((row) => row[sheet.column('[errors]')]?.startsWith('CONFLICT_REFUSAL'));
    expect(rows).toHaveLength(1);
    const again = requireEnd(await as('operator').importFile(textOf(new Sheet(sheet.header, rows)), form, 'update'));
    expect(again).toMatchObject({ state: 'DONE', counts: { total: 1, unchanged: 1, applied: 0, rejected: 0 } });
    expect(await valuesNow()).toEqual(before);
  }
}

type End = Awaited<ReturnType<ImportUser['importFile']>>;

function requireEnd(end: End): Ended {
  if (isRefusal(end)) throw new Error(JSON.stringify(end));
  return end;
}

function expectForbidden(end: End, needed: Role): void {
  expect(end).toMatchObject({ status: 403, problem: { code: 'FORBIDDEN', detail: expect.stringContaining(needed) } });
}

const codesOf = ({ issues }: Ended): string[] => issues.map(({ line, code }) => `${line} ${code}`);
