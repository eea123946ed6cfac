import type { Language } from '@roundtrip/contracts';
import type { Principal } from './principal.js';
import type { RouteDefinition } from './route.js';
import type { RouteInput } from './route-input.js';

/** What is known about a request on its way from the guard to the controller. */
export interface RequestContext {
  route: RouteDefinition;
  principal?: Principal;
  /** Of the answer. */
  language: Language;
  input?: RouteInput;
}

const contexts = new WeakMap<object, RequestContext>();

export const setContext = (request: object, context: RequestContext): void => {
  contexts.set(request, context);
};

export const contextOf = (request: object): RequestContext | undefined => contexts.get(request);
