import { Readable } from 'node:stream';
import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { createZip } from '@roundtrip/files';
import yauzl from 'yauzl';
import { record } from './consent.steps.js';
import type { ImportJob, TemplateJob } from './job.js';
import { number, say, sayTable } from './say.js';
import { countLines, mustCount, pathIn, type Tour } from './tour-context.js';
import { must, mustBe } from './tour-problem.errors.js';

const code = 'SMS_MMS';
const sheetPart = 'xl/worksheets/sheet1.xml';

/** The template as a workbook, of one field: edited as a spreadsheet does, by a cell in its sheet. */
export async function editWorkbook(tour: Tour, targetId: string, contacts: number): Promise<void> {
  const { officer, live } = tour;
  say('', 'The same as a workbook (.xlsx), which no spreadsheet damages, with one field that was chosen.', '');
  const asked = { dataType: 'authorisations', targetId, format: 'xlsx', fields: [code] };
  const { templateId } = await officer.post<TemplateJob>('/v1/templates', asked);
  const template = await live.follow<TemplateJob>(templateId);
  mustBe('The state of the template', template.state, 'READY');
  const name = template.file?.name ?? '';
  must(name.endsWith('.xlsx'), `A workbook must be delivered as it is, but it is called ${name}.`);
  const path = pathIn(tour)(name);
  await officer.download(`/v1/templates/${templateId}/file`, path);
  const parts = await partsOf(path);
  const rows = (parts.get(sheetPart)?.toString() ?? '').match(/<row [^]*?<\/row>/g) ?? [];
  say(`Saved: ${path}, ${number(rows.length - 1)} lines`);
  mustBe('The number of lines of the workbook', rows.length - 1, contacts);

  const row = rows.find((cells) => textIn(cells, 'E') === 'TRUE');
  must(row !== undefined, `No contact of the target has agreed to ${code}.`);
  const line = Number(/<row r="(\d+)"/.exec(row)?.[1]);
  const contactNumber = textIn(row, 'A') ?? '';
  const cell = `<c r="F${line}" t="inlineStr"><is><t>FALSE</t></is></c></row>`;
  parts.set(sheetPart, Buffer.from(parts.get(sheetPart)!.toString().replace(row, row.replace('</row>', cell))));
  const edited = path.replace('.xlsx', '_edited.xlsx');
  await writeFile(edited, await zipOf(parts));
  say(`In line ${line} ${code} of contact ${contactNumber} becomes FALSE: ${edited}`);

  const { importId } = await officer.upload<ImportJob>(edited, { dataType: 'authorisations', action: 'update' });
  const update = await live.follow<ImportJob>(importId);
  mustBe('The state of the update', update.state, 'DONE');
  sayTable(countLines(mustCount('the update', update.counts, { total: contacts, applied: 1, rejected: 0 })));
  await record(tour, { contactNumber, code }, { old: 'FALSE', new: 'TRUE' }, `put-back-workbook-${tour.run}.csv`);
  say('', 'It is put back, so that the tour can be walked again.');
}

const textIn = (row: string, column: string): string | undefined =>
  new RegExp(`<c r="${column}\\d+"[^>]*><is><t[^>]*>([^<]*)`).exec(row)?.[1];

async function partsOf(path: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(await readFile(path));
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return parts;
}

const zipOf = (parts: ReadonlyMap<string, Buffer>): Promise<Buffer> =>
  buffer(createZip([...parts].map(([name, bytes]) => ({ name, content: Readable.from([bytes]) }))));
