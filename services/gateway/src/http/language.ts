import { isLanguage, type Language } from '@roundtrip/contracts';
import type { Request } from 'express';
import { contextOf } from './request-context.js';

/** The first language of `Accept-Language` that is spoken here; a region does not matter, and `*` asks for none. */
export const languageAsked = (request: Pick<Request, 'acceptsLanguages'>): Language | undefined =>
  request
    .acceptsLanguages()
    .map((tag) => tag.split('-')[0]?.toLowerCase())
    .find(isLanguage);

/** In which language who asks is answered: of a request whose sender is not known yet its headers alone tell. */
export const languageOf = (request: Request): Language =>
  contextOf(request)?.language ?? languageAsked(request) ?? 'en';
