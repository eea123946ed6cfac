import { Controller } from '@nestjs/common';
import type { PersonDocument } from '@roundtrip/database';
import { z } from 'zod';
import { type Answer, noContent } from '../http/answer.js';
import { pageOf, pageQuery, type Page, readCursor, toPage } from '../http/page.js';
import { type Principal, requireRole } from '../http/principal.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { groupsBody, personBody } from './people.schemas.js';
import { PeopleService } from './people.service.js';

const shared = { tag: 'People', role: 'admin' } as const;

export const listPeople = route({
  ...shared,
  operation: 'listPeople',
  method: 'get',
  path: '/v1/people',
  summary: 'Who has signed in by the provider, or tried to, the latest first.',
  query: pageQuery,
  answers: { 200: { description: 'A page of people.', schema: pageOf(personBody) } },
});

export const listGroups = route({
  ...shared,
  operation: 'listGroups',
  method: 'get',
  path: '/v1/people/groups',
  summary: 'The groups that the provider has named at sign-ins.',
  description: 'The thousand that most people have.',
  answers: { 200: { description: 'The groups, those with most people first.', schema: groupsBody } },
});

export const endSessionsOfPerson = route({
  ...shared,
  role: 'any',
  roleNote: 'admin for somebody else',
  operation: 'endSessionsOfPerson',
  method: 'delete',
  path: '/v1/people/{personId}/sessions',
  summary: 'End all sessions of a person in your institution, wherever they are.',
  description: 'Bearer tokens that the person got before are worth nothing there any more.',
  answers: { 204: { description: 'They are over.' } },
});

export const erasePerson = route({
  ...shared,
  operation: 'erasePerson',
  method: 'delete',
  path: '/v1/people/{personId}',
  summary: 'Erase name and address of a person.',
  description:
    'Sessions end. What the person did stays, by its id. Whoever signs in again is known by name again from then on.',
  answers: { 204: { description: 'They are gone.' } },
});

type PersonBody = z.output<typeof personBody>;

/** Of one in the list: when, and who. */
const position = z.tuple([z.iso.datetime(), z.string()]);

@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Serves(listPeople)
  async list(@Who() who: Principal, @Input() input: RouteInput<typeof listPeople>): Promise<Page<PersonBody>> {
    const { limit, cursor } = input.query;
    const found = await this.people.page(who.institution, readCursor(cursor, position), limit + 1);
    return toPage(found, limit, toBody, ({ person }) => [person.lastSignInAt.toISOString(), person.personId]);
  }

  @Serves(listGroups)
  async groups(@Who() who: Principal): Promise<z.output<typeof groupsBody>> {
    return { items: await this.people.groups(who.institution) };
  }

  @Serves(endSessionsOfPerson)
  async endSessions(@Who() who: Principal, @Input() input: RouteInput<typeof endSessionsOfPerson>): Promise<Answer> {
    const { personId } = input.params;
    if (personId !== who.id) requireRole(who, 'admin', 'sessions');
    await this.people.endSessions(who, personId, new Date());
    return noContent();
  }

  @Serves(erasePerson)
  async erase(@Who() who: Principal, @Input() input: RouteInput<typeof erasePerson>): Promise<Answer> {
    await this.people.erase(who, input.params.personId, new Date());
    return noContent();
  }
}

interface Listed {
  person: PersonDocument;
  sessions: number;
}

const toBody = ({ person, sessions }: Listed): PersonBody => ({
  personId: person.personId,
  name: person.name ?? null,
  email: person.email ?? null,
  role: person.role ?? null,
  groups: person.groups,
  firstSignInAt: person.firstSignInAt.toISOString(),
  lastSignInAt: person.lastSignInAt.toISOString(),
  lastSeenAt: person.lastSeenAt?.toISOString() ?? null,
  sessions,
  erased: person.erasedAt !== undefined,
});
