import type { Connection, Model } from 'mongoose';
import * as schemas from './schemas.js';

/** Collections with their schemas. Collection names are the keys. */
export type DatabaseModels = { readonly [name in keyof typeof schemas]: Model<unknown> };

export function defineModels(connection: Connection): DatabaseModels {
  const models = Object.entries(schemas).map(([name, schema]) => [name, connection.model(name, schema, name)] as const);
  return Object.fromEntries(models) as unknown as DatabaseModels;
}
