import type { Edit } from './edits.js';
import { editCriteria } from './edits.js';
import type { Change, ImportDetails, ImportJob, Issue } from './job.js';
import { say, sayQuoted, sayTable, step } from './say.js';
import { openSheet, saveSheet, type Sheet } from './spreadsheet.js';
import { countLines, mustCount, pathIn, type Tour } from './tour-context.js';
import { must, mustBe } from './tour-problem.errors.js';

const count = (edits: readonly Edit[], becomes: Edit['becomes']): number =>
  edits.filter((edit) => edit.becomes === becomes).length;

/** What must come of the edits, whether they are checked or applied. */
const expected = (sheet: Sheet, edits: readonly Edit[]) => ({
  total: sheet.rows.length,
  applied: count(edits, 'applied'),
  rejected: count(edits, 'rejected'),
});

/** Step 7. @returns the edits and the name of the saved file */
export async function editTemplate(
  tour: Tour,
  template: { name: string; sheet: Sheet },
): Promise<{ edits: Edit[]; name: string }> {
  step(7, 'Edit the [new] cells in a spreadsheet, save');
  const edits = editCriteria(template.sheet, tour.run);
  sayTable([
    ['line', 'field', '[old]', '[new]'],
    ...edits.map(({ line, code, from, to }) => [line, code, from || '-', to]),
  ]);
  const name = template.name.replace('.csv', '_edited.csv');
  await saveSheet(pathIn(tour)(name), template.sheet);
  say('', `Saved with semicolons, as a French or German Excel does: ${pathIn(tour)(name)}`);
  return { edits, name };
}

/** Steps 8 and 9. @returns the id of the check */
export async function checkFile(
  tour: Tour,
  sheet: Sheet,
  { edits, name }: { edits: Edit[]; name: string },
): Promise<string> {
  const { officer, live } = tour;
  step(8, 'On the Import screen: New, and choose the data type');
  say('Contact criteria.');

  step(9, 'Choose the file and the action: check the file quality');
  const { importId } = await officer.upload<ImportJob>(pathIn(tour)(name), { dataType: 'criteria', action: 'check' });
  const check = await live.follow<ImportJob>(importId);
  mustBe('The state of the check', check.state, 'CHECKED');
  sayTable(countLines(mustCount('the check', check.counts, expected(sheet, edits))));

  const errors = await officer.get<{ items: Issue[] }>(`/v1/imports/${importId}/errors`);
  say('', 'What has to be corrected:');
  sayTable(
    errors.items.map(({ line, column, value, code, hint }) => [
      `line ${line}`,
      column ?? '',
      value ?? '',
      code,
      hint ?? '',
    ]),
  );
  mustBe(
    'The errors (line, code, value)',
    errors.items.map(({ line, code, value }) => [line, code, value]),
    edits
      .filter(({ error }) => error)
      .map(({ line, error, to }) => [line, error?.code, to])
      .toSorted(([a], [b]) => Number(a) - Number(b)),
  );
  return importId;
}

/** Step 10, the criteria: the update from the check, its changes, and its rejected lines once they are corrected. */
export async function updateFromCheck(tour: Tour, sheet: Sheet, edits: Edit[], checkId: string): Promise<void> {
  const { officer, live } = tour;
  step(10, 'Start the update, follow it, and be told by e-mail when it is done');
  const { importId } = await officer.post<ImportJob>(`/v1/imports/${checkId}/update`, { email: tour.mailbox.address });
  say(`The update ${importId} uses the file of the check; nothing is uploaded again.`);
  const update = await live.follow<ImportJob>(importId);
  mustBe('The state of the update', update.state, 'DONE_WITH_ERRORS');
  sayTable(countLines(mustCount('the update, as of the check,', update.counts, expected(sheet, edits))));
  await lookAtTransitions(tour, importId, edits);
  await lookAtChanges(tour, importId, edits);
  await lookAtHistory(tour, importId, edits);
  await lookAtMail(tour, update, edits);
  await correctRejectedLines(tour, importId, edits);
}

async function lookAtTransitions({ officer }: Tour, importId: string, edits: Edit[]): Promise<void> {
  const { transitions } = await officer.get<ImportDetails>(`/v1/imports/${importId}`);
  say('', 'Which values became which:');
  sayTable(
    transitions.map(({ code, from, to, lines }) => [
      code,
      from || '-',
      '→',
      to || '-',
      `${lines} line${lines === 1 ? '' : 's'}`,
    ]),
  );
  const lines = transitions.reduce((sum, transition) => sum + transition.lines, 0);
  mustBe('The number of changed cells', lines, count(edits, 'applied'));
}

async function lookAtChanges(tour: Tour, importId: string, edits: Edit[]): Promise<void> {
  const path = pathIn(tour)(`changes_${importId}.csv`);
  await tour.officer.download(`/v1/imports/${importId}/changes`, path);
  const changes = await openSheet(path, ';');
  say('', `The changes, with before and after: ${path}, ${changes.rows.length} lines`);
  const changed = changes.rows.map((row) => changes.cell(row, 'CONTACT_NUMBER'));
  const should = edits.filter(({ becomes }) => becomes === 'applied').map(({ contactNumber }) => contactNumber);
  mustBe('The contacts in the file of changes', changed.toSorted(), should.toSorted());
}

async function lookAtHistory({ officer }: Tour, importId: string, edits: Edit[]): Promise<void> {
  const [edit] = edits;
  must(edit !== undefined, 'There must be an edit.');
  const { items } = await officer.get<{ items: Change[] }>(
    `/v1/contacts/${encodeURIComponent(edit.contactNumber)}/history`,
  );
  say('', `The history of contact ${edit.contactNumber}, the newest first:`);
  sayTable(
    items
      .slice(0, 3)
      .flatMap(({ fields, by, line, ...change }) =>
        fields.map(({ code, before, after }) => [
          code,
          shown(before),
          '→',
          shown(after),
          `line ${line} of ${change.importId}, by ${by.name}`,
        ]),
      ),
  );
  const [newest] = items;
  mustBe('The newest change', [newest?.importId, newest?.line], [importId, edit.line]);
  mustBe(
    'What it changed',
    newest?.fields.map(({ code, before, after }) => [code, before, after]),
    [[edit.code, edit.from || null, edit.to]],
  );
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '-' : JSON.stringify(value);

async function lookAtMail({ mailbox }: Tour, { importId, counts }: ImportJob, edits: Edit[]): Promise<void> {
  const mail = await mailbox.await(importId);
  say('', `The mail: "${mail.subject}"`);
  sayQuoted(mail.text);
  const numbers = mail.text.replaceAll(/(?<=\d)[,.\s](?=\d{3})/g, '');
  const unsaid = [counts?.total, counts?.applied, counts?.unchanged, counts?.rejected].find(
    (n) => !numbers.includes(`${n}\n`),
  );
  must(unsaid === undefined, `The mail must say the counts of the import, but ${unsaid} is not in it.`);
  const quoted = edits.find(({ contactNumber }) => `${mail.subject} ${mail.text}`.includes(contactNumber));
  must(quoted === undefined, 'The mail about an import must not name a contact.');
}

async function correctRejectedLines(tour: Tour, importId: string, edits: Edit[]): Promise<void> {
  const { officer, live, mailbox } = tour;
  const name = `rejected_${importId}.csv`;
  await officer.download(`/v1/imports/${importId}/rejected-lines`, pathIn(tour)(name));
  const sheet = await openSheet(pathIn(tour)(name), ';');
  say('', `The rejected lines, each with its reason: ${pathIn(tour)(name)}`);
  const toCorrect = edits.filter(({ becomes }) => becomes === 'rejected');
  mustBe('The number of rejected lines', sheet.rows.length, toCorrect.length);
  for (const row of sheet.rows) {
    const edit = toCorrect.find(({ contactNumber }) => contactNumber === sheet.cell(row, 'CONTACT_NUMBER'));
    const reason = sheet.cell(row, '[errors]');
    must(
      edit?.error !== undefined && reason.includes(edit.error.code),
      `A rejected line has the unexpected reason "${reason}".`,
    );
    row[sheet.column(`[new] ${edit.code}`)] = edit.error.corrected;
    say(`  ${reason}`, `  → corrected to ${edit.error.corrected}`);
  }
  const corrected = name.replace('.csv', '_corrected.csv');
  await saveSheet(pathIn(tour)(corrected), sheet);
  const fields = { dataType: 'criteria', action: 'update', email: mailbox.address };
  const again = await officer.upload<ImportJob>(pathIn(tour)(corrected), fields);
  const update = await live.follow<ImportJob>(again.importId);
  mustBe('The state of the corrected import', update.state, 'DONE');
  const all = { total: sheet.rows.length, applied: sheet.rows.length, rejected: 0 };
  sayTable(countLines(mustCount('the corrected import', update.counts, all)));
  say(`The mail: "${(await mailbox.await(again.importId)).subject}"`);
}
