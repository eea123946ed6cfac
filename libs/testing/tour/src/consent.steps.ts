import type { ImportDetails, ImportJob, Issue } from './job.js';
import { say, sayTable } from './say.js';
import { saveSheet, Sheet } from './spreadsheet.js';
import { fetchTemplate } from './template.steps.js';
import { countLines, mustCount, pathIn, type Tour } from './tour-context.js';
import { must, mustBe } from './tour-problem.errors.js';

/** One cell of the authorisations. */
interface Consent {
  row: string[];
  contactNumber: string;
  code: string;
  old: string;
}
interface Contact {
  authorisations: { code: string; value: boolean | null }[];
}

/** The same with authorisations, and with a refusal that comes in while the file is being edited: it must stand. */
export async function editConsents(tour: Tour, targetId: string, contacts: number): Promise<void> {
  const { officer, live, run } = tour;
  say('', 'The same with authorisations, while a colleague is at work.', '');
  const { name, sheet } = await fetchTemplate(tour, 'authorisations', targetId, contacts);
  const silent = find(sheet, 'Empty');
  const other = find(sheet, 'TRUE', silent.row);

  say('', `Meanwhile contact ${silent.contactNumber} refuses ${silent.code}, and the colleague records it at once.`);
  await record(tour, silent, { old: 'Empty', new: 'FALSE' }, `refusal-${run}.csv`);

  say(
    '',
    `The officer, whose file still says Empty there, writes TRUE, and for ${other.contactNumber} ${other.code} FALSE.`,
  );
  silent.row[sheet.column(`[new] ${silent.code}`)] = 'TRUE';
  other.row[sheet.column(`[new] ${other.code}`)] = 'FALSE';
  const edited = name.replace('.csv', '_edited.csv');
  await saveSheet(pathIn(tour)(edited), sheet);
  const fields = { dataType: 'authorisations', action: 'update' };
  const { importId } = await officer.upload<ImportJob>(pathIn(tour)(edited), fields);
  const update = await live.follow<ImportJob>(importId);
  mustBe('The state of the update', update.state, 'DONE_WITH_ERRORS');
  const total = sheet.rows.length;
  sayTable(countLines(mustCount('the update', update.counts, { total, applied: 1, rejected: 1 })));
  await mustBeRefused(tour, importId, silent);

  say('', 'Even when the file is to overwrite what has changed since, a refusal is not undone by it:');
  const overwriting = await officer.upload<ImportJob>(pathIn(tour)(edited), { ...fields, onConflict: 'overwrite' });
  const second = await live.follow<ImportJob>(overwriting.importId);
  mustCount('the overwriting update', second.counts, { total, applied: 0, rejected: 1 });
  await mustBeRefused(tour, overwriting.importId, silent);
  await warnings(tour, overwriting.importId);

  await record(tour, silent, { old: 'FALSE', new: 'Empty' }, `put-back-${run}.csv`);
  await record(tour, other, { old: 'FALSE', new: 'TRUE' }, `put-back-too-${run}.csv`);
  say('', 'Both consents are put back with fresh files, so that the tour can be walked again.');
}

/** The first authorisation with that [old] value, not in the row `except`. */
function find(sheet: Sheet, old: string, except?: string[]): Consent {
  for (const row of sheet.rows) {
    const index = sheet.header.findIndex((column, i) => column.startsWith('[old] ') && row[i] === old);
    const code = /^\[old\] (\S+)/.exec(sheet.header[index] ?? '')?.[1];
    if (code && row !== except) return { row, contactNumber: sheet.cell(row, 'CONTACT_NUMBER'), code, old };
  }
  must(false, `No contact of the target has an authorisation that is ${old}.`);
}

/** A colleague's small file with one line, which must be applied. */
export async function record(
  tour: Tour,
  { contactNumber, code }: Pick<Consent, 'contactNumber' | 'code'>,
  cells: { old: string; new: string },
  name: string,
): Promise<void> {
  const header = ['CONTACT_NUMBER', `[old] ${code}`, `[new] ${code}`];
  await saveSheet(pathIn(tour)(name), new Sheet(header, [[contactNumber, cells.old, cells.new]]));
  const fields = { dataType: 'authorisations', action: 'update' };
  const { importId } = await tour.colleague.upload<ImportJob>(pathIn(tour)(name), fields);
  const { state, counts } = await tour.live.follow<ImportJob>(importId);
  mustBe(`The state of the import of ${name}`, state, 'DONE');
  mustCount(`the import of ${name}`, counts, { total: 1, applied: 1, rejected: 0 });
}

async function mustBeRefused({ officer }: Tour, importId: string, consent: Consent): Promise<void> {
  const { items } = await officer.get<{ items: Issue[] }>(`/v1/imports/${importId}/errors?code=CONFLICT_REFUSAL`);
  say(...items.map((error) => `line ${error.line}: ${error.code}. ${error.message} ${error.hint ?? ''}`.trim()));
  mustBe(
    'What the conflict was about',
    items.map(({ conflict }) => conflict),
    [{ old: 'Empty', now: 'FALSE', new: 'TRUE' }],
  );
  const contact = await officer.get<Contact>(`/v1/contacts/${encodeURIComponent(consent.contactNumber)}`);
  const now = contact.authorisations.find((authorisation) => authorisation.code === consent.code)?.value;
  must(now === false, `The refusal of ${consent.code} by ${consent.contactNumber} must stand, but it is ${now} now.`);
  say(`${consent.code} of contact ${consent.contactNumber} is still False.`);
}

async function warnings({ officer }: Tour, importId: string): Promise<void> {
  const details = await officer.get<ImportDetails>(`/v1/imports/${importId}`);
  const codes = details.warnings.map(({ code }) => code);
  must(codes.includes('SAME_FILE_AGAIN'), 'That the same file has been used before must be said as a warning.');
  say(...details.warnings.map(({ code, message }) => `warning: ${code}. ${message}`));
}
