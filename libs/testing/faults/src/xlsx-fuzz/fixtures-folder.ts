import { fileURLToPath } from 'node:url';

export const fixturesFolder = fileURLToPath(new URL('../../fixtures/workbooks/', import.meta.url));
