import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StackPorts } from '../ports.js';
import { answersOk } from './ready-checks.js';
import type { Secrets } from '../secrets.js';
import type { ProcessSpec } from '../processes/supervised-process.js';

export function minioServer(home: string, ports: StackPorts, binary: string, secrets: Secrets): ProcessSpec[] {
  const folder = join(home, 'minio');
  mkdirSync(join(folder, 'data'), { recursive: true });
  mkdirSync(join(folder, 'certs'), { recursive: true });
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
        `--certs-dir=${join(folder, 'certs')}`,
        join(folder, 'data'),
      ],
      env: {
        ...process.env,
        MINIO_ROOT_USER: secrets.s3AccessKey,
        MINIO_ROOT_PASSWORD: secrets.s3SecretKey,
        MINIO_UPDATE: 'off',
      },
      stopGraceMs: 10_000,
      ready: () => answersOk(`http://${address}/minio/health/ready`),
      readyWithinMs: 120_000,
    },
  ];
}
