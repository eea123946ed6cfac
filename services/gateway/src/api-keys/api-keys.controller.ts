import { Controller } from '@nestjs/common';
import type { ApiKeyDocument } from '@roundtrip/database';
import { z } from 'zod';
import { type Answer, created, noContent } from '../http/answer.js';
import { type Page, readCursor, toPage } from '../http/page.js';
import { demandRole, type Principal } from '../http/principal.js';
import { Serves } from '../http/route.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import {
  type apiKeyBody,
  createApiKey,
  deleteApiKey,
  endSessions,
  listApiKeys,
  listMadeKeys,
  rotateApiKey,
} from './api-keys.routes.js';
import { ApiKeysService, type MadeKey } from './api-keys.service.js';

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
    if (keyId !== who.keyId) demandRole(who, 'admin', 'Ending the sessions of another key');
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
