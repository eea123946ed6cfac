import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readme } from './readme.js';

writeFileSync(join(import.meta.dirname, '../README.md'), readme());
