import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { attachment } from './content-disposition.js';

/** A download, streamed. When its source fails half-way the connection is cut: half a file must not look like a whole one. */
export function fileAnswer(stream: Readable, file: { name: string; type: string; sizeBytes?: number }): StreamableFile {
  const length = file.sizeBytes === undefined ? {} : { length: file.sizeBytes };
  const answer = new StreamableFile(stream, { type: file.type, disposition: attachment(file.name), ...length });
  answer.setErrorHandler((_error, response) => {
    (response as unknown as Response).destroy();
  });
  return answer.setErrorLogger(() => undefined);
}
