import type { TemplateFormat } from '@roundtrip/contracts/words';
import { askedWords } from '../api/asked-language.js';
import { noAnswer, readProblem } from '../api/problem.js';

const accepts: Readonly<Record<TemplateFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The same address answers JSON and the file: only what is asked for tells them apart, so that a link cannot do it. @throws ApiProblem */
export async function downloadCriterionValues(format: TemplateFormat): Promise<void> {
  const headers = { accept: accepts[format], ...askedWords() };
  const answer = await fetch('/v1/criterion-values', { headers }).catch(() => {
    throw noAnswer();
  });
  if (!answer.ok) throw readProblem(answer.status, await answer.text());
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name ?? `criterion-values.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
