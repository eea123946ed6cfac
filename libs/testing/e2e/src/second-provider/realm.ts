/** What the provider of an institution knows, in our words. */
export interface Office {
  realm: string;
  client: { clientId: string; clientSecret: string; redirectUri: string; postLogoutRedirectUri: string };
  /** What its tokens for the API are for. */
  audience: string;
  /** What the claims of its tokens are called. */
  claims: { institution: string; roles: string };
  person: {
    username: string;
    password: string;
    firstName: string;
    lastName: string;
    email: string;
    institution: string;
    groups: readonly string[];
  };
}

const inTokens = { 'id.token.claim': 'true', 'access.token.claim': 'true', 'userinfo.token.claim': 'true' };

const mapper = (name: string, protocolMapper: string, config: Record<string, string>) => ({
  name,
  protocol: 'openid-connect',
  protocolMapper,
  config,
});

const keyProvider = (providerId: string, priority: string, config: Record<string, string[]> = {}) => ({
  name: providerId,
  providerId,
  config: { priority: [priority], ...config },
});

/** The realm as Keycloak imports it: tokens are signed by ES256, the institution is an attribute of the person, groups stand in a claim. */
export function realmOf({ realm, client, audience, claims, person }: Office): object {
  return {
    realm,
    enabled: true,
    // On this machine without TLS.
    sslRequired: 'none',
    defaultSignatureAlgorithm: 'ES256',
    revokeRefreshToken: true,
    groups: person.groups.map((name) => ({ name })),
    clients: [
      {
        clientId: client.clientId,
        secret: client.clientSecret,
        protocol: 'openid-connect',
        publicClient: false,
        standardFlowEnabled: true,
        // A token for the API without a browser.
        directAccessGrantsEnabled: true,
        redirectUris: [client.redirectUri],
        attributes: {
          'post.logout.redirect.uris': client.postLogoutRedirectUri,
          'pkce.code.challenge.method': 'S256',
        },
        protocolMappers: [
          mapper('institution', 'oidc-usermodel-attribute-mapper', {
            'user.attribute': 'institution',
            'claim.name': claims.institution,
            'jsonType.label': 'String',
            ...inTokens,
          }),
          mapper('groups', 'oidc-group-membership-mapper', {
            'claim.name': claims.roles,
            'full.path': 'false',
            ...inTokens,
          }),
          mapper('audience', 'oidc-audience-mapper', {
            'included.custom.audience': audience,
            'id.token.claim': 'false',
            'access.token.claim': 'true',
          }),
        ],
      },
    ],
    users: [
      {
        username: person.username,
        firstName: person.firstName,
        lastName: person.lastName,
        email: person.email,
        emailVerified: true,
        enabled: true,
        attributes: { institution: [person.institution] },
        groups: person.groups,
        realmRoles: [`default-roles-${realm}`],
        credentials: [{ type: 'password', value: person.password, temporary: false }],
      },
    ],
    components: {
      'org.keycloak.keys.KeyProvider': [
        keyProvider('ecdsa-generated', '200', { ecdsaEllipticCurveKey: ['P-256'] }),
        keyProvider('rsa-generated', '100'),
        keyProvider('hmac-generated', '100', { algorithm: ['HS512'] }),
        keyProvider('aes-generated', '100'),
      ],
    },
  };
}
