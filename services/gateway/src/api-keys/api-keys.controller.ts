import { Controller } from '@nestjs/common';
import { role } from '@roundtrip/contracts';
import { type ApiKeyDocument, KEY_DAYS } from '@roundtrip/database';
import { isName } from '@roundtrip/fields';
import { z } from 'zod';
import { saying } from '../http/zod-pointers.js';
import { type Answer, created, noContent } from '../http/answer.js';
import { type Page, pageOf, pageQuery, readCursor, toPage } from '../http/page.js';
import { requireRole, type Principal } from '../http/principal.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { apiKeyBody } from './api-keys.schemas.js';
import { ApiKeysService, type MadeKey } from './api-keys.service.js';

const madeKey = {
  201: {
    description: 'The key.',
    schema: apiKeyBody.extend({ key: z.string().describe('Send it as bearer token') }),
    headers: { Location: 'Where the key can be deleted' },
  },
};

const shared = { tag: 'API keys', role: 'admin' } as const;

export const listApiKeys = route({
  ...shared,
  operation: 'listApiKeys',
  method: 'get',
  path: '/v1/api-keys',
  summary: 'The API keys of your institution, without the keys themselves.',
  query: pageQuery,
  answers: { 200: { description: 'A page of keys.', schema: pageOf(apiKeyBody) } },
});

export const createApiKey = route({
  ...shared,
  operation: 'createApiKey',
  method: 'post',
  path: '/v1/api-keys',
  summary: 'Make an API key.',
  description: 'The key is shown in this answer and never again: only its hash is stored.',
  body: z.strictObject({
    name: z.string().refine(isName, saying('name-form')),
    role,
    expiresInDays: z.int().min(1).max(1_095).default(KEY_DAYS),
  }),
  example: { name: 'Box office', role: 'editor' },
  answers: madeKey,
  problems: { 409: ['API_KEYS_TOO_MANY'] },
});

export const rotateApiKey = route({
  ...shared,
  operation: 'rotateApiKey',
  method: 'post',
  path: '/v1/api-keys/{keyId}/rotate',
  summary: 'A new key in the place of this one, which goes on for a while. The new key is shown only in this answer.',
  description: 'The new key has its name and role, and a year. Sessions of the old key end with it.',
  body: z.strictObject({
    endsInHours: z.int().min(0).max(720).default(24).describe('After so long the old key ends'),
  }),
  bodyOptional: true,
  example: { endsInHours: 24 },
  answers: madeKey,
  problems: { 409: ['API_KEY_REPLACED', 'API_KEYS_TOO_MANY'] },
});

export const listMadeKeys = route({
  ...shared,
  operation: 'listMadeKeys',
  method: 'get',
  path: '/v1/api-keys/{keyId}/made',
  summary: 'The keys that this key made, and those that they made: what can be revoked along with it.',
  description: 'The key that asks is not among them, nor is what only that one made.',
  query: pageQuery,
  answers: { 200: { description: 'A page of keys.', schema: pageOf(apiKeyBody) } },
});

export const deleteApiKey = route({
  ...shared,
  operation: 'deleteApiKey',
  method: 'delete',
  path: '/v1/api-keys/{keyId}',
  summary: 'Delete an API key. Sessions that were made from it end.',
  query: z.object({
    withMade: z
      .enum(['true', 'false'])
      .default('false')
      .describe('Also the keys that it made, and those that they made'),
  }),
  answers: { 204: { description: 'It is gone.' } },
  problems: { 409: ['API_KEY_IN_USE', 'API_KEY_LAST_ADMIN'] },
});

export const endSessions = route({
  ...shared,
  role: 'any',
  roleNote: 'admin for another key than your own',
  operation: 'endSessions',
  method: 'delete',
  path: '/v1/api-keys/{keyId}/sessions',
  summary: 'End all sessions of a key, wherever they are. The key itself goes on.',
  answers: { 204: { description: 'They are over.' } },
});

type ApiKeyBody = z.output<typeof apiKeyBody>;

@Controller()
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly service: ApiKeysService,
  ) {}

  @Serves(listApiKeys)
  async list(@Who() who: Principal, @Input() input: RouteInput<typeof listApiKeys>): Promise<Page<ApiKeyBody>> {
    const { limit, cursor } = input.query;
    const found = await this.keys.page(who.institution, readCursor(cursor, z.string()), limit + 1);
    return toPage(found, limit, toBody, idOf);
  }

  @Serves(createApiKey)
  async create(@Who() who: Principal, @Input() input: RouteInput<typeof createApiKey>): Promise<Answer> {
    return shownOnce(await this.service.make(who, input.newId('key'), input.body, new Date()));
  }

  @Serves(rotateApiKey)
  async rotate(@Who() who: Principal, @Input() input: RouteInput<typeof rotateApiKey>): Promise<Answer> {
    const { keyId } = input.params;
    return shownOnce(await this.service.rotate(who, keyId, input.newId('key'), input.body.endsInHours, new Date()));
  }

  @Serves(listMadeKeys)
  async listMade(@Who() who: Principal, @Input() input: RouteInput<typeof listMadeKeys>): Promise<Page<ApiKeyBody>> {
    const { limit, cursor } = input.query;
    const after = readCursor(cursor, z.string());
    const made = (await this.service.madeBy(who, input.params.keyId)).toSorted((one, other) =>
      one._id < other._id ? -1 : 1,
    );
    const rest = after === undefined ? made : made.filter(({ _id }) => _id > after);
    return toPage(rest.slice(0, limit + 1), limit, toBody, idOf);
  }

  @Serves(deleteApiKey)
  async remove(@Who() who: Principal, @Input() input: RouteInput<typeof deleteApiKey>): Promise<Answer> {
    await this.service.revoke(who, input.params.keyId, input.query.withMade === 'true', new Date());
    return noContent();
  }

  @Serves(endSessions)
  async endSessions(@Who() who: Principal, @Input() input: RouteInput<typeof endSessions>): Promise<Answer> {
    const { keyId } = input.params;
    if (keyId !== who.id) requireRole(who, 'admin', 'sessions');
    await this.service.endSessions(who, keyId);
    return noContent();
  }
}

const idOf = ({ _id }: ApiKeyDocument): string => _id;

const shownOnce = ({ key, document }: MadeKey): Answer =>
  created(`/v1/api-keys/${document._id}`, { ...toBody(document), key });

const toBody = (key: ApiKeyDocument): ApiKeyBody => ({
  keyId: key._id,
  name: key.name,
  role: key.role,
  createdAt: key.createdAt.toISOString(),
  createdBy: key.createdBy,
  createdByName: key.createdByName ?? null,
  expiresAt: key.expiresAt?.toISOString() ?? null,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  replaces: key.replaces ?? null,
  replacedBy: key.replacedBy ?? null,
});
