import type { mongo } from 'mongoose';
import { insertOnce, type Inserted } from './insert-once.js';
import { retryRead, retryTransient } from './retry-transient.js';

const reads = ['findOne', 'countDocuments', 'distinct'] as const;

/** Each of ours is written so that it may come twice: it sets what it says, or its filter no longer finds what it has changed. */
const writes = [
  'insertMany',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'findOneAndUpdate',
  'bulkWrite',
] as const;

/** A collection as its owner sees it: the driver's own, whose calls are repeated while the fault is one that passes. */
export interface RetryingCollection<T extends { _id: string }> extends Omit<mongo.Collection<T>, 'insertOne'> {
  /** Inserts the document, or reads the one that stands. */
  insertOnce<D extends T>(document: D): Promise<Inserted<D>>;
  /** Never repeated: for what must know whether it was this very call that had the effect. After a fault nobody knows. */
  readonly sentOnce: Pick<mongo.Collection<T>, 'updateOne' | 'replaceOne' | 'deleteOne'>;
}

type Call = (...args: unknown[]) => Promise<unknown>;

/** The calls of a collection, repeated: a closure a call and nothing a document, since chunks of an import come this way. */
export function retrying<T extends { _id: string }>(collection: mongo.Collection<T>): RetryingCollection<T> {
  const calls = collection as unknown as Record<(typeof reads | typeof writes)[number], Call>;
  const repeated = Object.fromEntries([
    ...reads.map((name): [string, Call] => [name, (...args) => retryRead(() => calls[name](...args))]),
    ...writes.map((name): [string, Call] => [name, (...args) => retryTransient(() => calls[name](...args))]),
  ]);
  return Object.assign(Object.create(collection) as RetryingCollection<T>, repeated, {
    find: (...args: [mongo.Filter<T>, mongo.FindOptions]) => readAgain(collection.find(...args)),
    insertOnce: (document: T) => insertOnce(collection, document),
    sentOnce: collection,
  });
}

/** Only what is read as a whole is read again: what a walk has handed over cannot be taken back. */
function readAgain<T>(cursor: mongo.FindCursor<T>): mongo.FindCursor<T> {
  const toArray = cursor.toArray.bind(cursor);
  cursor.toArray = () =>
    retryRead(() => {
      if (cursor.closed) cursor.rewind();
      return toArray();
    });
  return cursor;
}
