import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoPerson, RoleKeys } from '@roundtrip/demo';

/** What a ready stack tells about itself, for people, tests and tours; it exists only while the stack is ready. */
export interface Demo {
  url: string;
  /** Absent when SMTP_URL names a mail server of someone else. */
  mail?: string;
  mailApi?: string;
  /** How people sign in without a key; absent when OIDC_ISSUER names a provider of someone else. */
  provider?: {
    issuer: string;
    clientId: string;
    /** All whom the provider knows; who has no role is told so at the sign-in. */
    people: Pick<DemoPerson, 'email' | 'name' | 'institutions' | 'role'>[];
  };
  keys: RoleKeys;
  institutions: { second: { keys: RoleKeys } };
  kafka: string;
  /** The variables by which one signs in to it, as somebody who may do everything. */
  kafkaAccess: Record<string, string>;
  mongo: string;
  s3: string;
  /** The variables by which one reaches it, as somebody who may do everything. */
  s3Access: Record<string, string>;
  /** Current process ids by service and server; a server that is not ours has none. */
  pids: Record<string, number[]>;
}

export const demoFile = (home: string): string => join(home, 'demo.json');

/** Replaces the file in one step, so that a reader never sees half of it; the keys are for its owner's eyes only. */
export function writeDemo(home: string, demo: Demo): void {
  const file = demoFile(home);
  writeFileSync(`${file}.new`, `${JSON.stringify(demo, undefined, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}

export function removeDemo(home: string): void {
  rmSync(demoFile(home), { force: true });
}
