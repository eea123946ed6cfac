// `program.js SETTINGS`: the provider as a process of its own, until SIGTERM. The settings are a file, since the secrets of its clients stand
// there and arguments are for everybody to read. Signing keys are kept in a file; who is signed in is forgotten with the process.
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { keptKeys } from './kept-keys.js';
import { type ProviderOptions, startProvider } from './start-provider.js';

/** What the file says, as JSON. */
export interface ProgramSettings extends Omit<ProviderOptions, 'keys' | 'onError'> {
  keysFile: string;
}

const [, , path] = process.argv;
if (path === undefined) throw new Error('name the file with the settings');
const { keysFile, ...options } = JSON.parse(await readFile(path, 'utf8')) as ProgramSettings;
const keys = await keptKeys(keysFile, options.alg ?? 'RS256');
const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
const provider = await startProvider({ ...options, keys, onError: (error) => console.error(error) });
console.log(`${provider.issuer} answers`);
await stopped;
await provider.stop();
