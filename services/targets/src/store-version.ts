import { type Documents, isDuplicateKey } from '@roundtrip/database';
import type { TargetsDatabase } from './database.js';

interface Versioned {
  _id: string;
  version: number;
}

/**
 * Stores the next version of a document unless another worker was faster. Version 1 is inserted, later ones replace the
 * version before.
 *
 * @returns `overtaken`: read again and decide again; `taken`: a unique key is another document's (or, for version 1, its `_id` is)
 */
export async function storeVersion<N extends 'targets' | 'criteria' | 'authorisations'>(
  database: TargetsDatabase,
  name: N,
  document: Versioned & Documents[N],
): Promise<'stored' | 'overtaken' | 'taken'> {
  await database.models[name].validate(document);
  const collection = database[name] as unknown as TargetsDatabase['targets'];
  const { _id, version } = document;
  const next = document as Documents['targets'];
  try {
    if (version === 1) return (await collection.insertOnce(next)).isNew ? 'stored' : 'taken';
    const result = await collection.replaceOne({ _id, version: version - 1 }, next);
    return result.matchedCount === 1 ? 'stored' : 'overtaken';
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken';
    throw error;
  }
}

/** Two workers may overtake each other a few times, not for ever. */
export const MAX_OVERTAKEN = 5;
