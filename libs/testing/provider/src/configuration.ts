import {
  type AdapterFactory,
  type ClientMetadata,
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
  type Provider,
} from 'oidc-provider';
import { problemPage, type Page, signedOutPage, signOutPage } from './pages.js';
import { type ClaimNames, claimsOf, type Person } from './people.js';
import type { Algorithm, SigningKey } from './signing-keys.js';

/** A program that lets people sign in here. */
export interface Client {
  clientId: string;
  clientSecret: string;
  redirectUris: readonly string[];
  postLogoutRedirectUris?: readonly string[];
}

interface Facts {
  clients: readonly Client[];
  /** Asked each time: people come and go, and change their groups. */
  personOf: (sub: string) => Person | undefined;
  /** By the address that a client gives as a hint. */
  personBy: (email: string) => Person | undefined;
  names: ClaimNames;
  alg: Algorithm;
  /** The first signs; the others are published, so that what they signed is still good. */
  keys: readonly SigningKey[];
  /** Of access tokens for the API. */
  audience: string;
  accessTokenSeconds: number;
  cookieSecret: string;
  adapter: AdapterFactory;
}

type Grant = InstanceType<Provider['Grant']>;

const day = 86_400;
export const apiScope = 'api';

/** The origins to which forms may lead, through the redirects that answer them. */
export const originsOf = (clients: readonly Client[]): string[] => [
  ...new Set(
    clients
      .flatMap(({ redirectUris, postLogoutRedirectUris = [] }) => [...redirectUris, ...postLogoutRedirectUris])
      .map((uri) => new URL(uri).origin),
  ),
];

const metadataOf = (client: Client, alg: Algorithm): ClientMetadata => ({
  client_id: client.clientId,
  client_secret: client.clientSecret,
  redirect_uris: [...client.redirectUris],
  post_logout_redirect_uris: [...(client.postLogoutRedirectUris ?? [])],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  id_token_signed_response_alg: alg,
});

/** How the provider behaves: code flow with PKCE alone, nobody is asked for consent, every sign-in has a refresh token, which is good once. */
export function configurationOf(facts: Facts): Configuration {
  const { names, alg, audience } = facts;
  const leadsTo = originsOf(facts.clients);
  return {
    adapter: facts.adapter,
    clients: facts.clients.map((client) => metadataOf(client, alg)),
    jwks: { keys: [...facts.keys] },
    enabledJWA: { idTokenSigningAlgValues: [alg] },
    clientDefaults: { id_token_signed_response_alg: alg },
    // Cookies know no ports: on one machine they lie beside those of the product.
    cookies: {
      keys: [facts.cookieSecret],
      names: { session: 'provider_session', interaction: 'provider_interaction', resume: 'provider_resume' },
    },
    claims: {
      openid: ['sub', names.institution, names.roles],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    // Claims of a person stand in the ID token too, as with most providers that institutions have.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    findAccount: (_context, sub) => {
      const person = facts.personOf(sub);
      return person && { accountId: sub, claims: () => ({ ...claimsOf(person, names), sub }) };
    },
    extraTokenClaims: (_context, token) => {
      const person = 'accountId' in token ? facts.personOf(token.accountId) : undefined;
      return person && claimsOf(person, names);
    },
    loadExistingGrant: (context) => grantFor(context, audience),
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    clientBasedCORS: () => false,
    interactions: { url: (_context, { uid }) => `/interaction/${uid}`, policy: policyOf(facts) },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        // A sign-in gets a token for the userinfo endpoint, who names the API (`resource`) at the token endpoint one for that.
        useGrantedResource: () => false,
        getResourceServerInfo: () => ({
          scope: apiScope,
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: facts.accessTokenSeconds,
          jwt: { sign: { alg } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => show(context, signOutPage(form, leadsTo)),
        postLogoutSuccessSource: (context) => show(context, signedOutPage()),
      },
    },
    renderError: (context, { error, error_description: description }) =>
      show(context, problemPage([error, description].filter(Boolean).join(': '))),
    ttl: {
      AccessToken: facts.accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 14 * day,
      Session: 14 * day,
      Grant: 14 * day,
    },
  };
}

/** Beyond the usual: a link that names somebody asks, where somebody else is signed in. */
function policyOf({ personBy }: Facts): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const isOther = ({ oidc }: KoaContextWithOIDC): boolean => {
    const hinted = personBy(String(oidc.params?.['login_hint']));
    const signedIn = oidc.session?.accountId;
    return (
      hinted !== undefined && signedIn !== undefined && hinted.sub !== signedIn && oidc.result?.login === undefined
    );
  };
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('other_person', 'the client has named somebody else', 'login_required', isOther),
    );
  return policy;
}

/** Whoever signs in has consented: the clients are the institution's own. */
async function grantFor({ oidc }: KoaContextWithOIDC, audience: string): Promise<Grant> {
  const { client, session, provider, result } = oidc;
  const clientId = String(client?.clientId);
  const grantId = result?.consent?.grantId ?? session?.grantIdFor(clientId);
  const found = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  return found ?? makeGrant(provider, { clientId, accountId: String(session?.accountId), audience });
}

export async function makeGrant(
  provider: Provider,
  { clientId, accountId, audience }: { clientId: string; accountId: string; audience: string },
): Promise<Grant> {
  const grant = new provider.Grant({ clientId, accountId });
  grant.addOIDCScope('openid profile email offline_access');
  grant.addResourceScope(audience, apiScope);
  await grant.save();
  return grant;
}

function show(context: KoaContextWithOIDC, { html, policy }: Page): void {
  context.type = 'html';
  context.set('content-security-policy', policy);
  context.body = html;
}
