// `npm run secrets`: writes the secrets of docker-compose.yml into the file .env beside it, each for itself at random. What stands there
// already is kept, so that it can be run again after a new version. Needs nothing but Node; where Docker is, it asks for the digest of the
// base image, too, by which that is built from the same bytes until somebody asks again.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = '.env';
const random = () => randomBytes(36).toString('base64url');
const wanted = {
  SESSION_SECRET: random,
  // Of those who may do everything in the stores.
  S3_SECRET_KEY: random,
  KAFKA_PASSWORD: random,
  MONGO_PASSWORD: random,
  // Of the users of the services, the same in all stores: whoever has one has what its service has.
  GATEWAY_SECRET: random,
  TARGETS_SECRET: random,
  TEMPLATE_EXPORT_SECRET: random,
  IMPORT_VALIDATION_SECRET: random,
  BULK_UPDATE_SECRET: random,
  NOTIFICATIONS_SECRET: random,
  // The mail catcher of the profile mail; put the address of a mail server in its place.
  SMTP_URL: () => 'smtp://mail:1025',
  NODE_DIGEST: () => digestOfBase(),
};

/** The base image as the registry has it today; undefined, and said, where nobody can be asked. */
const digestOfBase = () => {
  const [, image = ''] = /^FROM (\S+)@/m.exec(readFileSync(join(import.meta.dirname, 'Dockerfile'), 'utf8')) ?? [];
  const words = ['buildx', 'imagetools', 'inspect', image, '--format', '{{.Manifest.Digest}}'];
  try {
    const said = execFileSync('docker', words, {
      encoding: 'utf8',
      timeout: 60_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (/^sha256:[0-9a-f]{64}$/.test(said.trim())) return said.trim();
  } catch {
    // No Docker, or no registry.
  }
  console.log(
    `NODE_DIGEST is missing, without which no image is built: put into ${file} what docker ${words.join(' ')} says.`,
  );
  return undefined;
};

const there = existsSync(file) ? readFileSync(file, 'utf8') : '';
const missing = Object.keys(wanted).filter((name) => !new RegExp(`^${name}=.+`, 'm').test(there));
if (missing.length === 0) {
  console.log(`${file} has all secrets already.`);
} else {
  const found = missing.map((name) => [name, wanted[name]()]).filter(([, value]) => value !== undefined);
  const lines = found.map(([name, value]) => `${name}=${value}\n`).join('');
  writeFileSync(file, there === '' || there.endsWith('\n') ? there + lines : `${there}\n${lines}`, { mode: 0o600 });
  console.log(
    `${found.map(([name]) => name).join(', ') || 'Nothing'} written into ${file}, which only you can read. Keep a copy: without SESSION_SECRET all sign-ins end.`,
  );
}
chmodSync(file, 0o600);
