import { isDeepStrictEqual } from 'node:util';
import mongoose, { type mongo } from 'mongoose';
import { isDuplicateKey } from '../transient-errors.js';
import { retryRead, retryTransient } from './retry-transient.js';

const { BSON } = mongoose.mongo;

export interface Inserted<T> {
  /** The document under this `_id`: ours, or the one of whoever was first. */
  stands: T;
  /** This very call has written it. */
  isNew: boolean;
}

/**
 * Inserts the document, or reads the one that stands.
 *
 * @throws the duplicate key when another document has one of its unique keys
 */
export async function insertOnce<T extends { _id: string }>(
  collection: mongo.Collection<T>,
  document: T,
): Promise<Inserted<T>> {
  const ours = { _id: { $eq: document._id } } as mongo.Filter<T>;
  let sent = 0;
  const insert = () => {
    sent += 1;
    return collection.insertOne(document as mongo.OptionalUnlessRequiredId<T>);
  };
  for (let tries = 1; ; tries++) {
    try {
      await retryTransient(insert);
      return { stands: document, isNew: true };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const stands = (await retryRead(() => collection.findOne(ours))) as T | null;
      // An insert whose answer was lost meets its own document when it is repeated.
      if (stands) return { stands, isNew: sent > 1 && isDeepStrictEqual(stands, asStored(document)) };
      // What stood may have come to its end since; what still is in the way now has another id.
      if (tries > 1) throw error;
    }
  }
}

const asStored = (document: object): unknown => BSON.deserialize(BSON.serialize(document, { ignoreUndefined: false }));
