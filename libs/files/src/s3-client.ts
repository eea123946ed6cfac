import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { Client } from 'minio';

export interface S3Settings {
  /** `http://host:port` or `https://host` */
  endpoint: string;
  accessKey: string;
  secretKey: string;
  region: string;
  /** Who has signed the server's certificate, if no public authority has. */
  caFile?: string;
}

/** A server that says nothing for so long is away. */
const silenceMs = 30_000;

/** Idle connections are closed well before the server closes them (MinIO: 30 s): a request sent just as the server closes would fail. */
const idleMs = 10_000;

/** Node's request, given up when the answer does not begin in time. Once it has begun, a slow reader may take as long as it likes. */
const transportOver = (protocol: typeof http | typeof https): Pick<typeof http, 'request'> => ({
  request: ((options: http.RequestOptions, onResponse: (response: http.IncomingMessage) => void) => {
    const request = protocol.request(options, (response) => {
      request.setTimeout(0);
      onResponse(response);
    });
    request.setTimeout(silenceMs, () => {
      request.destroy(Object.assign(new Error('The object store does not answer.'), { code: 'ETIMEDOUT' }));
    });
    return request;
  }) as typeof http.request,
});

/** How the store is reached; connections are kept. */
export function s3Transport({ endpoint, caFile }: Pick<S3Settings, 'endpoint' | 'caFile'>): {
  transport: typeof http | typeof https;
  agent: http.Agent;
} {
  const options = { keepAlive: true, timeout: idleMs };
  return new URL(endpoint).protocol === 'https:'
    ? { transport: https, agent: new https.Agent({ ...options, ...(caFile && { ca: readFileSync(caFile) }) }) }
    : { transport: http, agent: new http.Agent(options) };
}

/** The client without its own retries: those wait for minutes and write to the console; who calls us retries the whole step. */
export function createS3Client(settings: S3Settings): Client {
  const { endpoint, accessKey, secretKey, region } = settings;
  const url = new URL(endpoint);
  const { transport, agent } = s3Transport(settings);
  return new Client({
    endPoint: url.hostname,
    ...(url.port ? { port: Number(url.port) } : {}),
    useSSL: transport === https,
    accessKey,
    secretKey,
    region,
    transport: transportOver(transport),
    transportAgent: agent,
    retryOptions: { disableRetry: true },
  });
}
