import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { accepts, answersOk } from './ready-checks.js';
import type { ServerPlace } from './server-place.js';
import type { ProcessSpec } from '../processes/supervised-process.js';

export function minioServer({ home, ports, path: binary, secrets, tls }: ServerPlace): ProcessSpec[] {
  const folder = join(home, 'minio');
  mkdirSync(join(folder, 'data'), { recursive: true });
  const certs = join(folder, 'certs');
  mkdirSync(certs, { recursive: true });
  if (tls) {
    copyFileSync(tls.certFile, join(certs, 'public.crt'));
    copyFileSync(tls.keyFile, join(certs, 'private.key'));
  }
  const address = `127.0.0.1:${String(ports.minio)}`;
  return [
    {
      name: 'minio',
      isServer: true,
      command: binary,
      args: [
        'server',
        `--address=${address}`,
        `--console-address=127.0.0.1:${String(ports.minioConsole)}`,
        // Else it looks for certificates in the home of the user.
        `--certs-dir=${certs}`,
        join(folder, 'data'),
      ],
      env: {
        ...process.env,
        MINIO_ROOT_USER: secrets.s3AccessKey,
        MINIO_ROOT_PASSWORD: secrets.s3SecretKey,
        MINIO_UPDATE: 'off',
      },
      stopGraceMs: 10_000,
      ready: () => (tls ? accepts(ports.minio) : answersOk(`http://${address}/minio/health/ready`)),
      readyWithinMs: 120_000,
    },
  ];
}
