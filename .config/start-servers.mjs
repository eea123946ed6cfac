import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuckets } from '@roundtrip/files';
import { createTopics, kafkaAccess } from '@roundtrip/kafka';
import { freePorts, startServers } from '@roundtrip/local-stack';

/** Real servers for the specs, on free ports and with data that go away at the end. A spec takes a database or an institution of its own, and an OpenID provider of its own. */
export default async function startTestServers() {
  const parent = join(import.meta.dirname, '../.roundtrip');
  mkdirSync(parent, { recursive: true });
  const home = mkdtempSync(join(parent, 'test-'));
  const ports = await freePorts();
  const servers = await startServers({
    home,
    ports,
    only: ['kafka', 'mongo', 'minio', 'mail'],
    log: (line) => console.error(line),
  });
  globalThis.roundtripTestServers = { servers, home };
  const { MONGO_URL, ...env } = servers.env;
  Object.assign(process.env, env, {
    MONGO_URL: MONGO_URL.replace(/\/[^/]*$/, ''),
    MAIL_API: `http://127.0.0.1:${ports.mailWeb}/api/email`,
  });
  await createTopics(kafkaAccess(env));
  await ensureBuckets({
    endpoint: env.S3_ENDPOINT,
    accessKey: env.S3_ACCESS_KEY,
    secretKey: env.S3_SECRET_KEY,
    region: env.S3_REGION,
  });
}
