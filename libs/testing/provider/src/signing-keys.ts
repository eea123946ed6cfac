import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, type JWK } from 'jose';

export type Algorithm = 'RS256' | 'PS256' | 'ES256';

/** A private key as it is kept; `kid` is the thumbprint of its public half. */
export type SigningKey = JWK & { kid: string; alg: Algorithm };

const generate = promisify(generateKeyPair);

export async function newSigningKey(alg: Algorithm): Promise<SigningKey> {
  const pair =
    alg === 'ES256'
      ? await generate('ec', { namedCurve: 'P-256' })
      : await generate('rsa', { modulusLength: 2048, publicExponent: 0x10001 });
  const jwk = pair.privateKey.export({ format: 'jwk' }) as JWK;
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg, use: 'sig' };
}

export const privateKeyOf = (key: SigningKey): KeyObject => createPrivateKey({ key, format: 'jwk' });
export const publicKeyOf = (key: SigningKey): KeyObject => createPublicKey({ key, format: 'jwk' });
