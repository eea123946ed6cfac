import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface AccessFault {
  variable: string;
  fault: string;
}

/**
 * What contradicts itself in the variables by which the stores let us in. Each file of a certificate authority is looked at, so that a
 * missing one stops the start and not the first connection of a night.
 */
export const accessFaults = (env: Readonly<Record<string, unknown>>): AccessFault[] => [
  ...saslFaults(env),
  ...(
    [
      ['KAFKA_CA_FILE', env['KAFKA_TLS'] === 'true', 'KAFKA_TLS=true'],
      ['MONGO_CA_FILE', usesTls(env['MONGO_URL']), 'tls=true in MONGO_URL'],
      ['S3_CA_FILE', /^https:/i.test(text(env['S3_ENDPOINT'])), 'an https address in S3_ENDPOINT'],
    ] as const
  ).flatMap(([variable, isEncrypted, needed]) => {
    const file = text(env[variable]);
    if (file === '') return [];
    if (!isEncrypted) return [{ variable, fault: `is of no use without ${needed}: set both, or neither` }];
    const fault = fileFault(file);
    return fault === undefined ? [] : [{ variable, fault }];
  }),
];

function saslFaults(env: Readonly<Record<string, unknown>>): AccessFault[] {
  const [mechanism, ...credentials] = ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'] as const;
  const isSet = (name: string) => text(env[name]) !== '';
  if (isSet(mechanism)) {
    return credentials
      .filter((name) => !isSet(name))
      .map((variable) => ({ variable, fault: 'is not set, and KAFKA_SASL_MECHANISM needs it' }));
  }
  const given = credentials.filter(isSet);
  if (given.length === 0) return [];
  return [{ variable: mechanism, fault: `is not set, and without it ${given.join(' and ')} would not be used` }];
}

/** An address with `+srv` is encrypted unless it says otherwise. */
function usesTls(url: unknown): boolean {
  const said = /[?&](?:tls|ssl)=(true|false)/i.exec(text(url))?.[1]?.toLowerCase();
  return said === undefined ? /^mongodb\+srv:/i.test(text(url)) : said === 'true';
}

function fileFault(file: string): string | undefined {
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch (error) {
    return `names a file that cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no reason'})`;
  }
  return isCertificate(content) ? undefined : 'names a file that does not begin with a certificate in PEM form';
}

function isCertificate(content: Buffer): boolean {
  try {
    return Boolean(new X509Certificate(content));
  } catch {
    return false;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
