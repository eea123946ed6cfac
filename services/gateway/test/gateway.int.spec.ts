import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayFixture } from './gateway-fixture.js';

describe('the gateway', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  }, 60_000);
  afterAll(() => gateway.close());

  it('says who asks', async () => {
    const me = await gateway.get('/v1/me', { as: 'viewer' });
    expect(me.status).toBe(200);
    expect(me.json).toMatchObject({ role: 'viewer', institution: { institutionId: gateway.institution.id } });
  });

  it('answers what is there', async () => {
    for (const path of ['/v1/criteria', '/v1/authorisations', '/v1/criterion-values', '/v1/targets', '/v1/templates', '/v1/imports', '/v1/contacts', '/v1/institution', '/v1/api-keys', '/openapi.json', '/asyncapi.json', '/docs', '/', '/docs/start.js', '/docs/swagger-ui.css', '/nix', '/v1/targets/x', '/v1/contacts?query=ma', '/v1/contacts?limit=2']) {
      const answer = await gateway.get(path);
      console.log(path, answer.status, answer.text.slice(0, 300));
    }
  });
});
