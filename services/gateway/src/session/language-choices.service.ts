import { Injectable } from '@nestjs/common';
import type { Language } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';
import { ApiKeysRepository } from '../api-keys/api-keys.repository.js';
import type { Principal } from '../http/principal.js';
import { Problem } from '../http/problem.errors.js';
import { PeopleRepository } from '../people/people.repository.js';
import { SessionsRepository } from './sessions.repository.js';

/** In which language somebody wants to be spoken to is kept with what they ask by, and with the person that they are. */
@Injectable()
export class LanguageChoices {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly people: PeopleRepository,
    private readonly keys: ApiKeysRepository,
  ) {}

  /**
   * @param language null: none any more
   * @throws Problem 409 to the holder of a token who has never signed in
   */
  async keep(who: Principal, language: Language | null): Promise<void> {
    const { institution, type, id, sessionId } = who;
    if (sessionId !== undefined) await this.keepWithSession(sessionId, language);
    else if (type === 'key') await this.keys.keepLanguage(id, language);
    else if (!(await this.people.keepLanguage([institution], id, language)) && language !== null) {
      throw new Problem(409, 'PERSON_UNKNOWN', sentence('person-unknown'));
    }
  }

  /** Not with the key of a session: several people may sign in with the same one. */
  private async keepWithSession(sessionId: string, language: Language | null): Promise<void> {
    await this.sessions.keepLanguage(sessionId, language);
    const person = (await this.sessions.findById(sessionId))?.person;
    if (person) await this.people.keepLanguage(person.institutions, person.personId, language);
  }
}
