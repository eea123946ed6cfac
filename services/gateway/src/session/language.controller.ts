import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import type { Principal } from '../http/principal.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { LanguageChoices } from './language-choices.service.js';
import { languageChoice } from './session.schemas.js';

export const putMyLanguage = route({
  operation: 'putMyLanguage',
  method: 'put',
  path: '/v1/me/language',
  tag: 'Session',
  role: 'any',
  summary: 'In which language you want to be spoken to, where a request asks for none.',
  description: [
    'Kept with your session, and for a person with the next ones, too, wherever they begin.',
    'Who sends an API key or a token has it kept with the key, or with the person of the token.',
  ].join(' '),
  body: languageChoice,
  example: { language: 'en' },
  answers: { 200: { description: 'Your choice as it is now.', schema: languageChoice } },
  problems: { 403: ['FORBIDDEN_ORIGIN'], 409: ['PERSON_UNKNOWN'] },
});

@Controller()
export class LanguageController {
  constructor(private readonly choices: LanguageChoices) {}

  @Serves(putMyLanguage)
  async choose(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof putMyLanguage>,
  ): Promise<z.output<typeof languageChoice>> {
    const { language } = input.body;
    await this.choices.keep(who, language);
    return { language };
  }
}
