import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerTls } from '../src/servers/server-place.js';

/** An authority of a spec's own, and a certificate for this machine that it has signed. */
export function makeCertificates(folder: string): ServerTls {
  const path = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const key = (file: string) => ['-newkey', 'rsa:2048', '-nodes', '-keyout', path(file)];
  openssl('req', '-x509', ...key('ca.key'), '-out', path('ca.pem'), '-days', '2', '-subj', '/CN=Roundtrip specs');
  openssl('req', ...key('server.key'), '-out', path('server.csr'), '-subj', '/CN=localhost');
  writeFileSync(path('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1');
  const signed = ['-CA', path('ca.pem'), '-CAkey', path('ca.key'), '-CAcreateserial', '-extfile', path('names')];
  openssl('x509', '-req', '-in', path('server.csr'), ...signed, '-out', path('server.pem'), '-days', '2');
  return { caFile: path('ca.pem'), certFile: path('server.pem'), keyFile: path('server.key') };
}
