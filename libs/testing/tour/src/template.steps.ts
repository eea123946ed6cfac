import type { TemplateJob } from './job.js';
import { number, say, sayTable, step } from './say.js';
import { openSheet, type Sheet, unzipOne } from './spreadsheet.js';
import { pathIn, type Tour } from './tour-context.js';
import { must, mustBe } from './tour-problem.errors.js';

interface Target {
  targetId: string;
  code: string;
  name: string;
}

/** Fields that the tour never edits: its target holds the same contacts each time. */
const rule = {
  all: [
    { field: 'contact.contactNumber', is: 'startsWith', value: '0000' },
    { field: 'contact.kind', is: 'equals', value: 'person' },
    { field: 'criteria.SHOWS_SEEN', is: 'greaterOrEqual', value: 30 },
    {
      any: [
        { field: 'criteria.MEMBER_SINCE', is: 'notEmpty' },
        { field: 'criteria.LANGUAGES', is: 'containsAny', value: ['fr', 'de'] },
      ],
    },
    { none: [{ field: 'contact.country', is: 'in', value: ['GB', 'CH'] }] },
  ],
};

/** Step 1. @returns the target and how many contacts it holds */
export async function createTarget({ officer, run }: Tour): Promise<Target & { contacts: number }> {
  step(1, 'Create a dynamic target');
  say('The rule: people who have seen 30 shows or more, who are members or speak French or German, not in Britain');
  say('or Switzerland.', '');
  const preview = await officer.post<{ count: number; sample: Record<string, string | null>[] }>(
    '/v1/targets/preview',
    {
      rule,
    },
  );
  say(`Preview: ${number(preview.count)} contacts now, among them`);
  sayTable(
    preview.sample.slice(0, 3).map((one) => [one['contactNumber'] ?? '', one['lastName'] ?? '', one['city'] ?? '']),
  );
  must(
    preview.count >= 50,
    `The target must hold 50 contacts or more, but holds ${preview.count}: is this the demo institution?`,
  );
  mustBe('The length of the sample', preview.sample.length, Math.min(20, preview.count));
  const code = `TOUR-${run}`;
  const target = await officer.post<Target>('/v1/targets', { code, name: `Frequent guests (tour ${run})`, rule });
  say('', `Saved as ${target.code}, "${target.name}".`);
  return { ...target, contacts: preview.count };
}

/** Steps 2 to 6. @returns the unzipped template and its name */
export async function fetchTemplateByMail(
  tour: Tour,
  targetId: string,
  contacts: number,
): Promise<{ name: string; sheet: Sheet }> {
  const { officer, live, mailbox } = tour;
  step(2, 'On the Import screen: Download import template');
  const list = await officer.get<{ items: TemplateJob[] }>('/v1/templates?limit=5');
  say(`The screen shows the last ${list.items.length} templates; the new one will be on top.`);

  step(3, 'Choose the data type: contact criteria');
  await accessCriterionValues(tour);

  step(4, 'Choose the dynamic target');
  const { code, name } = await officer.get<Target>(`/v1/targets/${targetId}`);
  say(`${code}, "${name}"`);

  step(5, 'Give an e-mail address, and ask for the template');
  const askedAt = performance.now();
  const request = { dataType: 'criteria', targetId, email: mailbox.address };
  const { templateId, state } = await officer.post<TemplateJob>('/v1/templates', request);
  say(
    `Answered after ${Math.round(performance.now() - askedAt)} ms: ${templateId} is ${state}. It is made in the background:`,
  );
  const template = await live.follow<TemplateJob>(templateId);
  mustBeReady(template, contacts);

  step(6, 'The .zip arrives by e-mail');
  const mail = await mailbox.await(templateId);
  const zipName = await mailbox.saveAttachment(mail, pathIn(tour));
  say(`To ${mailbox.address}: "${mail.subject}"`, `Attached, and saved: ${pathIn(tour)(zipName)}`);
  mustBe('The name of the attachment', zipName, template.file?.name);
  return unzip(tour, zipName, contacts);
}

/** Without a mail: the file is fetched from the Import screen. */
export async function fetchTemplate(
  tour: Tour,
  dataType: string,
  targetId: string,
  contacts: number,
): Promise<{ name: string; sheet: Sheet }> {
  const { templateId } = await tour.officer.post<TemplateJob>('/v1/templates', { dataType, targetId });
  const template = await tour.live.follow<TemplateJob>(templateId);
  mustBeReady(template, contacts);
  const zipName = template.file?.name ?? '';
  await tour.officer.download(`/v1/templates/${templateId}/file`, pathIn(tour)(zipName));
  return unzip(tour, zipName, contacts);
}

function mustBeReady({ state, problem, lines }: TemplateJob, contacts: number): void {
  must(state === 'READY', `The template is ${state}: ${problem?.detail ?? 'no reason given'}`);
  mustBe('The number of lines of the template', lines, contacts);
}

async function unzip(tour: Tour, zipName: string, contacts: number): Promise<{ name: string; sheet: Sheet }> {
  const name = await unzipOne(pathIn(tour)(zipName), pathIn(tour));
  const sheet = await openSheet(pathIn(tour)(name), tour.delimiter);
  say(`Unzipped: ${name}, ${number(sheet.rows.length)} lines, ${sheet.header.length} columns, among them`);
  sayTable([sheet.header.slice(0, 6)]);
  mustBe('The number of lines of the file', sheet.rows.length, contacts);
  sheet.header.forEach((column, index) => {
    const blank = !column.startsWith('[new]') || sheet.rows.every((row) => row[index] === '');
    must(blank, `The column ${column} of a new template must be blank.`);
  });
  return { name, sheet };
}

interface CriterionValue {
  kind: string;
  code: string;
  valueCode: string | null;
  active: boolean;
  example: string;
}

async function accessCriterionValues({ officer }: Tour): Promise<void> {
  const { items } = await officer.get<{ items: CriterionValue[] }>('/v1/criterion-values');
  const kinds = new Map<string, CriterionValue>();
  for (const row of items) if (row.active && !kinds.has(row.kind)) kinds.set(row.kind, row);
  say(`Access criterion values: ${items.length} rows. What a [new] cell may hold, by kind:`);
  sayTable([...kinds.values()].map(({ kind, code, example }) => [kind, code, `e.g. ${example}`]));
  must(kinds.size === 7, `There must be active fields of all 7 kinds, but there are ${[...kinds.keys()].join(', ')}.`);
}
