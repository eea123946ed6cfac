import { askedWords } from './asked-language.js';
import { noAnswer, readProblem } from './problem.js';

/**
 * Some addresses answer JSON and a file: only what is asked for tells them apart, so that a link cannot do it.
 *
 * @param fallback what the file is called if the answer does not say it
 * @throws ApiProblem
 */
export async function download(path: string, accept: string, fallback: string): Promise<void> {
  const headers = { accept, ...askedWords() };
  const answer = await fetch(path, { headers }).catch(() => {
    throw noAnswer();
  });
  if (!answer.ok) throw readProblem(answer.status, await answer.text());
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name ?? fallback;
  link.click();
  URL.revokeObjectURL(link.href);
}
