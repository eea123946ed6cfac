import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayFixture } from './gateway-fixture.js';

const publicUrl = 'https://roundtrip.example';

describe('a gateway that people reach by https', () => {
  let gateway: GatewayFixture;
  beforeAll(async () => {
    gateway = await GatewayFixture.start({
      PUBLIC_URL: `${publicUrl}/`,
      SESSION_SECRET: `${'new'.repeat(11)}, ${'old'.repeat(11)}`,
    });
  }, 90_000);
  afterAll(() => gateway.close());

  const signIn = async (): Promise<string> => {
    const { editor: key } = gateway.institution.keys;
    const { headers } = await gateway.post('/v1/session', { key }, { as: 'nobody', headers: { origin: publicUrl } });
    return headers.get('set-cookie') ?? '';
  };
  const preview = (headers: Record<string, string>) =>
    gateway.post('/v1/targets/preview', { rule: { all: [] } }, { as: 'nobody', headers });

  it('gives a cookie for itself alone, and takes no other', async () => {
    const given = await signIn();
    expect(given).toMatch(/^__Host-roundtrip_session=\S+; Path=\/; HttpOnly; SameSite=Strict; Secure; Expires=/);
    const cookie = given.split(';')[0] as string;
    expect((await preview({ cookie, origin: publicUrl })).status).toBe(200);
    expect((await preview({ cookie: cookie.replace('__Host-', ''), origin: publicUrl })).status).toBe(401);
    const { json } = await gateway.get('/openapi.json', { as: 'nobody' });
    expect(json.components.securitySchemes.session.name).toBe('__Host-roundtrip_session');
  });

  it('takes changes from the pages of its public address, not of the host that a request names', async () => {
    const cookie = (await signIn()).split(';')[0] as string;
    for (const origin of [gateway.url, 'http://roundtrip.example', 'https://roundtrip.example.evil.example']) {
      expect((await preview({ cookie, origin })).json).toMatchObject({ status: 403, code: 'FORBIDDEN_ORIGIN' });
    }
  });

  it('lets browsers come by nothing but https', async () => {
    for (const path of ['/', '/docs', '/v1/me']) {
      const { headers } = await gateway.get(path);
      expect([path, headers.get('strict-transport-security')]).toEqual([path, 'max-age=31536000']);
    }
  });
});
