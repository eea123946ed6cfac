import type { DataType, FileEncoding, ImportAction } from '@roundtrip/contracts';
import type { Import } from '@roundtrip/gateway/api';
import { askedWords } from '../api/asked-language.js';
import { noAnswer, readProblem } from '../api/problem.js';
import type { Conflicts } from './conflicts-input.js';

export interface Upload extends Conflicts {
  file: File;
  dataType: DataType;
  action: ImportAction;
  email: string;
  encoding: FileEncoding | undefined;
}

/** Sends a file with its options; fetch does not report how far an upload is. @throws ApiProblem; AbortError when it was stopped */
export function upload(options: Upload, onProgress: (share: number) => void, signal: AbortSignal): Promise<Import> {
  const form = new FormData();
  form.set('dataType', options.dataType);
  form.set('action', options.action);
  form.set('onConflict', options.onConflict);
  if (options.overwriteRefusals) form.set('overwriteRefusals', 'true');
  if (options.encoding) form.set('encoding', options.encoding);
  if (options.email !== '') form.set('email', options.email);
  // The file goes last: the server looks at the rest before it takes a byte of it.
  form.set('file', options.file, options.file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/v1/imports');
    for (const [name, value] of Object.entries(askedWords())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => {
      if (request.status === 202) resolve(JSON.parse(request.responseText) as Import);
      else reject(readProblem(request.status, request.responseText));
    });
    request.addEventListener('error', () => reject(noAnswer()));
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
