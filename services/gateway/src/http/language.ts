import { isLanguage, type Language } from '@roundtrip/contracts';
import type { Request } from 'express';
import { contextOf } from './request-context.js';

/** The first language of `Accept-Language` that is spoken here; a region does not matter, and `*` asks for none. */
export const languageAsked = (request: Pick<Request, 'acceptsLanguages'>): Language | undefined =>
  request
    .acceptsLanguages()
    .map((tag) => tag.split('-')[0]?.toLowerCase())
    .find(isLanguage);

/**
 * What whoever asks wants to be answered in. A page or a program says it with the request, and that goes before what they chose once. What
 * a browser fetches by itself, as by a link to a file, says what the browser is set to, which nobody chose here: then the choice goes first.
 */
export function languageWanted(
  request: Pick<Request, 'acceptsLanguages' | 'headers'>,
  chosen: Language | undefined,
): Language | undefined {
  const asked = languageAsked(request);
  return request.headers['sec-fetch-mode'] === 'navigate' ? (chosen ?? asked) : (asked ?? chosen);
}

/** In which language who asks is answered: of a request whose sender is not known yet its headers alone tell. */
export const languageOf = (request: Request): Language =>
  contextOf(request)?.language ?? languageAsked(request) ?? 'en';
