import type { z } from 'zod';

/** A configuration as a class: what it is injected by, its type and its schema in one. */
export interface ConfigClass<S extends z.ZodObject> {
  readonly schema: S;
  new (values: z.infer<S>): z.infer<S>;
}

/** To be extended: `export class GatewayConfig extends configClass(config) {}`. */
export function configClass<S extends z.ZodObject>(schema: S): ConfigClass<S> {
  class Config {
    static readonly schema = schema;

    constructor(values: z.infer<S>) {
      Object.assign(this, values);
    }
  }
  return Config as unknown as ConfigClass<S>;
}
