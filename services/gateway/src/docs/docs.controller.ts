import { Controller, Header, StreamableFile } from '@nestjs/common';
import { asyncApi } from '@roundtrip/contracts';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { GatewayConfig } from '../config.js';
import { notFound } from '../http/problem.errors.js';
import { Input } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { RouteCatalogue } from '../http/route.catalogue.js';
import { route, Serves } from '../http/route.js';
import { docsPage, docsScript } from './docs.pages.js';
import { openApiDocument } from './openapi.document.js';

const open = { method: 'get', tag: 'Documentation', role: 'none' } as const;

const document = z.record(z.string(), z.unknown());

const page = (description: string) => ({ 200: { description, media: ['text/html'] } });

export const getOpenApi = route({
  ...open,
  operation: 'getOpenApi',
  path: '/openapi.json',
  summary: 'This interface as an OpenAPI document.',
  answers: { 200: { description: 'The document.', schema: document } },
});

export const getAsyncApi = route({
  ...open,
  operation: 'getAsyncApi',
  path: '/asyncapi.json',
  summary: 'The Kafka events as an AsyncAPI document.',
  answers: { 200: { description: 'The document.', schema: document } },
});

export const getDocs = route({
  ...open,
  operation: 'getDocs',
  path: '/docs',
  summary: 'This interface to leaf through.',
  answers: page('The page.'),
});

export const getDocsFile = route({
  ...open,
  operation: 'getDocsFile',
  path: '/docs/{file}',
  summary: 'What the page needs.',
  answers: { 200: { description: 'The file.', media: ['text/css', 'text/javascript', 'image/png'] } },
});

const swaggerFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** The files of Swagger UI that the page names, and no other of that folder. */
const swaggerFiles: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
  ['favicon-32x32.png', 'image/png'],
]);

@Controller()
export class DocsController {
  constructor(
    private readonly catalogue: RouteCatalogue,
    private readonly config: GatewayConfig,
  ) {}

  @Serves(getOpenApi)
  openApi(): object {
    return openApiDocument(this.catalogue.routes, this.config.PUBLIC_URL);
  }

  @Serves(getAsyncApi)
  asyncApi(): object {
    return asyncApi();
  }

  @Serves(getDocs)
  @Header('Content-Type', 'text/html; charset=utf-8')
  docs(): string {
    return docsPage;
  }

  @Serves(getDocsFile)
  file(@Input() input: RouteInput<typeof getDocsFile>): StreamableFile {
    const { file } = input.params;
    if (file === 'start.js')
      return new StreamableFile(Buffer.from(docsScript), { type: 'text/javascript; charset=utf-8' });
    const type = swaggerFiles.get(file);
    if (!type) throw notFound('file');
    return new StreamableFile(createReadStream(join(swaggerFolder, file)), { type });
  }
}
