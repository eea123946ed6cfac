// Users and their policies are no part of S3: this is the interface by which MinIO is administered, as its own tool speaks it. Its request
// for a user is encrypted with the administrator's key, since the store may be reached without TLS.
import { createCipheriv, createHash, pbkdf2, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { type ServiceName } from '@roundtrip/contracts';
import { bucketPolicy } from './bucket-owners.js';
import { type S3Settings, s3Transport } from './s3-client.js';

const { signV4 } = createRequire(import.meta.url)('minio/dist/main/signing.js') as {
  signV4(
    request: { method: string; path: string; headers: Record<string, string> },
    accessKey: string,
    secretKey: string,
    region: string,
    date: Date,
    sha256: string,
  ): string;
};

/**
 * Makes a user of each service's name with the rights of bucket-owners.ts, or gives those that are there this password. Safe to repeat.
 *
 * @throws Error when the store refuses, or is no MinIO
 */
export async function writeStoreUsers(
  settings: S3Settings,
  users: readonly { name: ServiceName; password: string }[],
): Promise<void> {
  if ((await answerOf(settings, 'GET', '/minio/health/live')) !== 200) throw new Error(noMinio);
  for (const { name, password } of users) {
    await ask(settings, 'PUT', `add-canned-policy?name=${name}`, Buffer.from(JSON.stringify(bucketPolicy(name))));
    const user = Buffer.from(JSON.stringify({ secretKey: password, status: 'enabled' }));
    await ask(settings, 'PUT', `add-user?accessKey=${name}`, await encrypted(user, settings.secretKey));
    await ask(settings, 'PUT', `set-user-or-group-policy?policyName=${name}&userOrGroup=${name}&isGroup=false`);
  }
}

/** Asked first: to another store these are requests for an object of a bucket `minio`, which it may well take, and make the bucket for. */
const noMinio =
  'it is no MinIO, and users are no part of S3. Make them by the means of that store, and take s3 out of MAKE_USERS_IN.';

async function ask(settings: S3Settings, method: string, what: string, body?: Buffer): Promise<void> {
  const status = await answerOf(settings, method, `/minio/admin/v3/${what}`, body);
  if (status !== 200) throw new Error(`${what.split('?')[0] ?? ''} is answered with ${String(status)}`);
}

async function answerOf(
  settings: S3Settings,
  method: string,
  what: string,
  body: Buffer = Buffer.alloc(0),
): Promise<number | undefined> {
  const url = new URL(what, settings.endpoint);
  const at = new Date();
  const sha256 = createHash('sha256').update(body).digest('hex');
  const headers = {
    host: url.host,
    'x-amz-date': at.toISOString().replaceAll(/[-:]|\.\d+/g, ''),
    'x-amz-content-sha256': sha256,
  };
  const path = `${url.pathname}${url.search}`;
  const authorization = signV4(
    { method, path, headers },
    settings.accessKey,
    settings.secretKey,
    settings.region,
    at,
    sha256,
  );
  const { transport, agent } = s3Transport(settings);
  try {
    return await new Promise((resolve, reject) => {
      const request = transport.request(
        url,
        { method, agent, headers: { ...headers, authorization, 'content-length': body.length } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      request.setTimeout(10_000, () => request.destroy(new Error('The object store does not answer.')));
      request.once('error', reject);
      request.end(body);
    });
  } finally {
    agent.destroy();
  }
}

/** salt | which cipher | nonce | one block: MinIO's madmin.EncryptData, with the key derivation that Node has too. */
async function encrypted(data: Buffer, secretKey: string): Promise<Buffer> {
  const pbkdf2AesGcm = 0x02;
  const salt = randomBytes(32);
  const key = await promisify(pbkdf2)(secretKey, salt, 8192, 32, 'sha256');
  const nonce = randomBytes(8);
  const numbered = (block: number) => Buffer.concat([nonce, Buffer.of(block, 0, 0, 0)]);
  // Block 0 is empty: its seal goes into each other one, with a mark for the last.
  const seal = createCipheriv('aes-256-gcm', key, numbered(0));
  seal.final();
  const cipher = createCipheriv('aes-256-gcm', key, numbered(1));
  cipher.setAAD(Buffer.concat([Buffer.of(0x80), seal.getAuthTag()]));
  const block = Buffer.concat([cipher.update(data), cipher.final()]);
  return Buffer.concat([salt, Buffer.of(pbkdf2AesGcm), nonce, block, cipher.getAuthTag()]);
}
