// tsc leaves out what is not TypeScript: the letters are read by the built service.
import { cpSync } from 'node:fs';

cpSync(new URL('./src/texts/', import.meta.url), new URL('./dist/texts/', import.meta.url), {
  recursive: true,
  filter: (source) => !source.endsWith('.ts'),
});
