import type { IncomingMessage } from 'node:http';

/** The first part of the path says which. */
const endpoints = {
  discovery: '/.well-known/openid-configuration',
  jwks: '/jwks',
  authorization: '/auth',
  token: '/token',
  userinfo: '/me',
  revocation: '/token/revocation',
  endSession: '/session/end',
} as const;

export type Endpoint = keyof typeof endpoints;

const names = Object.keys(endpoints) as Endpoint[];
const byPath = new Map<string, Endpoint>(names.map((name) => [endpoints[name], name]));
const none = (): Record<Endpoint, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Endpoint, number>;

/** How often each endpoint was asked. */
export function countRequests() {
  const requests = none();
  return {
    requests: requests as Readonly<Record<Endpoint, number>>,
    count({ url = '' }: IncomingMessage): void {
      const name = byPath.get(url.split('?')[0] as string);
      if (name) requests[name] += 1;
    },
    reset(): void {
      Object.assign(requests, none());
    },
  };
}
