import { useEffect, useRef } from 'react';
import type { LanguageChoice } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { useLanguage } from '../words/language.js';
import { useMe } from './session.js';

/**
 * A language that is chosen is kept with the session, and with the person: it is hers on any machine. So hers is spoken as soon as she has
 * signed in, whatever somebody else chose in this browser, unless she has just chosen another one on the way in. One for each who signs in.
 */
export function KeepLanguage() {
  const { language: theirs } = useMe();
  const { unkept, follow, noteKept } = useLanguage();
  const isGreeted = useRef(false);
  /** One after the other: the last choice stays. */
  const saving = useRef(Promise.resolve());
  useEffect(() => {
    // What comes later is chosen here, or in another window for that one.
    if (isGreeted.current) return;
    isGreeted.current = true;
    if (theirs !== null && unkept === undefined) follow(theirs);
  }, [theirs, unkept, follow]);
  useEffect(() => {
    if (unkept === undefined) return;
    saving.current = saving.current
      .then(() => api.put('/v1/me/language', { language: unkept } satisfies LanguageChoice))
      .then(
        () => noteKept(unkept),
        // The page speaks it all the same, and it is tried again when the page is opened the next time.
        () => undefined,
      );
  }, [unkept, noteKept]);
  return null;
}
