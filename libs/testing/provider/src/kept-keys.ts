import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { type Algorithm, newSigningKey, type SigningKey } from './signing-keys.js';

/** The signing keys that a file keeps from one start to the next; made, for the eyes of the owner alone, when there are none for the algorithm. */
export async function keptKeys(file: string, alg: Algorithm): Promise<SigningKey[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  const kept = (JSON.parse(text) as SigningKey[]).filter((key) => key.alg === alg);
  if (kept.length > 0) return kept;
  const made = [await newSigningKey(alg)];
  await writeFile(`${file}.new`, `${JSON.stringify(made, undefined, 2)}\n`, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
  return made;
}
