// `node --import plant-hook.js?file=PATH`: the module loader of this process puts the fault in that the file names.
import { existsSync, readFileSync } from 'node:fs';
import { register } from 'node:module';

const file = new URL(import.meta.url).searchParams.get('file') ?? '';
if (existsSync(file)) {
  register(new URL('plant-loader.js', import.meta.url), { data: readFileSync(file, 'utf8') });
}
