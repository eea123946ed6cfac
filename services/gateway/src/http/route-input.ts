import type { Language } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';
import type { z } from 'zod';
import { newId } from '../ids.js';
import { invalid, Problem } from './problem.errors.js';
import type { BodyOf, ParamsOf, QueryOf, RouteDefinition } from './route.js';
import { requireStorable } from './storable.rules.js';
import { inWords, pointersOf } from './zod-pointers.js';

/** What a request says, checked against the route when a controller looks at it. */
export class RouteInput<R extends RouteDefinition = RouteDefinition> {
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly route: R,
    readonly params: ParamsOf<R>,
    private readonly rawQuery: unknown,
    readonly rawBody: unknown,
    /** Of the answer. */
    private readonly language: Language,
    /** Makes the ids of this request the same each time that it is tried under one Idempotency-Key. */
    private seed?: string,
  ) {}

  /** @throws Problem 400, 422 for characters that no text may hold */
  get query(): QueryOf<R> {
    if (!this.route.query) return {} as QueryOf<R>;
    const result = this.route.query.safeParse(this.rawQuery, inWords(this.language));
    if (result.success) {
      requireStorable(result.data, 'name');
      return result.data as QueryOf<R>;
    }
    throw new Problem(400, 'PARAMETER_INVALID', [], { errors: pointersOf(result.error, 'name') });
  }

  /** @throws Problem 400 when there is none, 422 with a pointer to each fault */
  get body(): BodyOf<R> {
    if (this.rawBody === undefined && !this.route.bodyOptional) {
      throw new Problem(400, 'BODY_MISSING', sentence('body-missing'));
    }
    requireStorable(this.rawBody, 'pointer');
    // Null is a body, and never what is wanted.
    const result = (this.route.body as z.ZodType).safeParse(
      this.rawBody === undefined ? {} : this.rawBody,
      inWords(this.language),
    );
    if (result.success) return result.data as BodyOf<R>;
    throw invalid(pointersOf(result.error, 'pointer'));
  }

  newId(prefix: 'tpl' | 'imp' | 'tgt' | 'req' | 'key'): string {
    const id = this.ids.get(prefix) ?? (this.seed === undefined ? newId(prefix) : `${prefix}_${this.seed}`);
    this.ids.set(prefix, id);
    return id;
  }

  seedIds(seed: string): void {
    this.seed = seed;
  }
}
