import { createRequire } from 'node:module';

/** The prototype of a class that the mongodb driver does not make public, in the copy that mongoose uses. @param path in its package */
export function driverPrototype(path: string, name: string): unknown {
  const ofMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));
  return (ofMongoose(`mongodb/${path}`) as Record<string, { prototype: unknown }>)[name]?.prototype;
}
