import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pages } from '@roundtrip/contracts/pages';
import { demoPeople } from '@roundtrip/demo';
import type { ProgramSettings } from '@roundtrip/provider';
import type { StackPorts } from '../ports.js';
import { publicUrl } from '../services/service-environment.js';
import { answersOk } from './ready-checks.js';
import type { ServerPlace } from './server-place.js';
import type { ProcessSpec } from '../processes/supervised-process.js';

/** What the gateway is called there. */
export const providerClient = 'roundtrip';

export const providerIssuer = (ports: StackPorts): string => `http://127.0.0.1:${String(ports.provider)}`;

/** An OpenID provider with the people of the demonstration, who sign in without a password. Who is signed in there is forgotten by a restart. */
export function providerServer(
  { home, ports, secrets }: ServerPlace,
  consoleUrl: string = publicUrl(ports),
): ProcessSpec[] {
  const folder = join(home, 'provider');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const settings: ProgramSettings = {
    port: ports.provider,
    issuer: providerIssuer(ports),
    audience: consoleUrl,
    clients: [
      {
        clientId: providerClient,
        clientSecret: secrets.oidcClientSecret,
        redirectUris: [new URL('/v1/session/callback', consoleUrl).href],
        postLogoutRedirectUris: [new URL(pages.signIn, consoleUrl).href],
      },
    ],
    people: demoPeople,
    keysFile: join(folder, 'keys.json'),
  };
  const file = join(folder, 'settings.json');
  writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`, { mode: 0o600 });
  // The mode is for new files alone.
  chmodSync(file, 0o600);
  return [
    {
      name: 'provider',
      isServer: true,
      command: process.execPath,
      args: [fileURLToPath(import.meta.resolve('@roundtrip/provider/program')), file],
      cwd: folder,
      stopGraceMs: 5000,
      ready: () => answersOk(`${providerIssuer(ports)}/.well-known/openid-configuration`),
      readyWithinMs: 120_000,
    },
  ];
}
