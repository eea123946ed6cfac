import { readFile, rename, writeFile } from 'node:fs/promises';
import { roles } from '@roundtrip/contracts';
import { z } from 'zod';
import type { RoleKeys } from './api-keys.js';

/** Keys by institution and role. */
export type KeptKeys = Record<string, Partial<RoleKeys>>;

const keptKeys = z.record(z.string(), z.partialRecord(z.enum(roles), z.string()));

/** Nothing when there is no file, or none that can be read: keys are then made anew. */
export async function readKeysFile(path: string): Promise<KeptKeys> {
  const content = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return keptKeys.parse(JSON.parse(content));
  } catch {
    return {};
  }
}

/** For the owner's eyes alone; never half written. */
export async function writeKeysFile(path: string, keys: KeptKeys): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, path);
}
