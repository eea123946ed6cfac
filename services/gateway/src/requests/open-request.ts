import type { Language } from '@roundtrip/contracts';
import { saidText, sentence } from '@roundtrip/words';
import { z } from 'zod';
import { accepted, type Answer } from '../http/answer.js';

/** The answer when saving takes longer than a request may. */
export const openRequestBody = z.object({ requestId: z.string(), state: z.literal('OPEN'), detail: z.string() }).meta({
  id: 'OpenRequest',
  description: 'The command is kept and will be fulfilled or refused; look again a little later',
});

export const stillOpen = (requestId: string, location: string, language: Language): Answer =>
  accepted(location, {
    requestId,
    state: 'OPEN',
    detail: saidText(language, [sentence('still-open')]),
  });
