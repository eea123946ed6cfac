import { buffer, text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { type Client, eventually } from './client.js';

interface TemplateAnswer {
  templateId: string;
  state: string;
  lines?: number;
}

type DataType = 'criteria' | 'authorisations';

/** Makes a target that holds everybody, asks for its template and unzips it. @returns the .csv of the first part */
export const downloadTemplate = async (client: Client, dataType: DataType, lines: number): Promise<string> =>
  unzipFirst(await madeTemplate(client, { dataType }, lines));

/** The same as a workbook. @returns the .xlsx, of a target that fits into one */
export const downloadWorkbook = (client: Client, dataType: DataType, lines: number): Promise<Buffer> =>
  madeTemplate(client, { dataType, format: 'xlsx' }, lines);

async function madeTemplate(
  client: Client,
  wanted: { dataType: DataType; format?: 'xlsx' },
  lines: number,
): Promise<Buffer> {
  const code = `ALL-${Date.now().toString(36)}`;
  const { targetId } = await client.post<{ targetId: string }>('/v1/targets', {
    code,
    name: 'Everybody',
    rule: { any: [{ field: 'contact.contactNumber', is: 'notEmpty' }] },
  });
  const { templateId } = await client.post<TemplateAnswer>('/v1/templates', { ...wanted, targetId });
  await eventually(async () => {
    const template = await client.get<TemplateAnswer>(`/v1/templates/${templateId}`);
    if (['FAILED', 'EMPTY', 'EXPIRED'].includes(template.state)) throw new Error(`The template is ${template.state}`);
    return template.state === 'READY' ? template : undefined;
  }, 30_000 + lines);
  const answer = await client.send('GET', `/v1/templates/${templateId}/file`);
  return buffer(Readable.fromWeb(answer.body as never));
}

export async function unzipFirst(zip: Buffer): Promise<string> {
  const file = await yauzl.fromBufferPromise(zip);
  for await (const entry of file.eachEntry()) return text(await file.openReadStreamPromise(entry));
  throw new Error('The zip is empty');
}
