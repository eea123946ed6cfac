import { z } from 'zod';
import { route } from '../http/route.js';

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
