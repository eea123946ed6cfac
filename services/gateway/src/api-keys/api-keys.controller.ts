import { Controller } from '@nestjs/common';
import { type ApiKeyDocument, hashOfKey, newApiKey } from '@roundtrip/contacts';
import { z } from 'zod';
import { type Answer, created, noContent } from '../http/answer.js';
import { type Page, readCursor, toPage } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { notFound, Problem } from '../http/problem.errors.js';
import { Serves } from '../http/route.js';
import { Input, type RouteInput, Who } from '../http/route-input.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { type apiKeyBody, createApiKey, deleteApiKey, listApiKeys } from './api-keys.routes.js';

type ApiKeyBody = z.output<typeof apiKeyBody>;

@Controller()
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysRepository) {}

  @Serves(listApiKeys)
  async list(@Who() who: Principal, @Input() input: RouteInput<typeof listApiKeys>): Promise<Page<ApiKeyBody>> {
    const { limit, cursor } = input.query;
    const found = await this.keys.page(who.institution, readCursor(cursor, z.string()), limit + 1);
    return toPage(found, limit, toBody, ({ _id }) => _id);
  }

  @Serves(createApiKey)
  async create(@Who() who: Principal, @Input() input: RouteInput<typeof createApiKey>): Promise<Answer> {
    const { name, role } = input.body;
    const key = newApiKey();
    const document: ApiKeyDocument = {
      _id: input.newId('key'),
      institution: who.institution,
      name,
      role,
      hash: hashOfKey(key),
      createdAt: new Date(),
      createdBy: who.keyId,
    };
    await this.keys.save(document);
    return created(`/v1/api-keys/${document._id}`, { ...toBody(document), key });
  }

  @Serves(deleteApiKey)
  async remove(@Who() who: Principal, @Input() input: RouteInput<typeof deleteApiKey>): Promise<Answer> {
    const { keyId } = input.params;
    if (keyId === who.keyId) {
      throw new Problem(409, 'API_KEY_IN_USE', 'A key cannot delete itself. Please use another one.');
    }
    if (!(await this.keys.remove(who.institution, keyId))) throw notFound('API key');
    return noContent();
  }
}

const toBody = ({ _id, name, role, createdAt, createdBy }: ApiKeyDocument): ApiKeyBody => ({
  keyId: _id,
  name,
  role,
  createdAt: createdAt.toISOString(),
  createdBy,
});
