import { applyDecorators, Delete, Get, Post, Put, SetMetadata } from '@nestjs/common';
import type { Role } from '@roundtrip/contracts';
import type { z } from 'zod';

/** `none`: no credential is asked for; `any`: any valid credential. */
export type NeededRole = Role | 'any' | 'none';

export interface AnswerDefinition {
  description: string;
  /** Body as JSON; absent for none or for another media type. */
  schema?: z.ZodType;
  /** Media types other than JSON. */
  media?: readonly string[];
  headers?: Readonly<Record<string, string>>;
}

/** One route of the HTTP interface: what the framework serves and what the OpenAPI document says come from the same place. */
export interface RouteDefinition {
  operation: string;
  method: 'get' | 'post' | 'put' | 'delete';
  /** As in OpenAPI, e.g. `/v1/targets/{targetId}`. */
  path: string;
  tag: string;
  role: NeededRole;
  /** When the role depends on the request. */
  roleNote?: string;
  summary: string;
  description?: string;
  query?: z.ZodObject;
  /** Read as JSON, up to `bodyBytesAtMost`. */
  body?: z.ZodType;
  /** A request without a body is taken for `{}`. */
  bodyOptional?: true;
  /** Read by the route itself; only for the document. */
  multipart?: z.ZodObject;
  example?: unknown;
  answers: Readonly<Record<number, AnswerDefinition>>;
  /** Problems of this route alone: status → codes. Those of every route are added to the document by themselves. */
  problems?: Readonly<Record<number, readonly string[]>>;
  /** How long the answer may take. `ANSWER_MS` if absent; 0: the route sees to it by itself. */
  timeLimitMs?: number;
}

/** Of a JSON body. Who has shown no credential can say no more than what a sign-in takes. */
export const bodyBytesAtMost = ({ role }: Pick<RouteDefinition, 'role'>): number => (role === 'none' ? 4 : 256) * 1024;

/** Keeps the literal types of a route, so that the types of its input follow from it. */
export const route = <const R extends RouteDefinition>(definition: R): R => definition;

type PathParameter<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never;
export type ParamsOf<R extends RouteDefinition> = Record<PathParameter<R['path']>, string>;
export type QueryOf<R extends RouteDefinition> = R extends { query: infer Q extends z.ZodType }
  ? z.output<Q>
  : Record<never, never>;
export type BodyOf<R extends RouteDefinition> = R extends { body: infer B extends z.ZodType } ? z.output<B> : undefined;

/** As a client sends it. */
export type InputOf<R extends RouteDefinition> = R extends { body: infer B extends z.ZodType } ? z.input<B> : undefined;
export type AnswerOf<R extends RouteDefinition, Status extends keyof R['answers']> = R['answers'][Status] extends {
  schema: infer S extends z.ZodType;
}
  ? z.output<S>
  : undefined;

export const ROUTE = Symbol('ROUTE');

const mappings = { get: Get, post: Post, put: Put, delete: Delete };

/** The method of a controller that serves the route. */
export const Serves = (definition: RouteDefinition): MethodDecorator =>
  applyDecorators(
    mappings[definition.method](definition.path.replaceAll(/\{(\w+)\}/g, ':$1')),
    SetMetadata(ROUTE, definition),
  );
