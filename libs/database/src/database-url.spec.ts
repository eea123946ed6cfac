import { describe, expect, it } from '@jest/globals';
import { databaseUrl } from './database-url.js';

describe('the address of the database', () => {
  it.each([
    [undefined, undefined, ''],
    ['mongodb://db/roundtrip', undefined, 'mongodb://db/roundtrip'],
    ['mongodb+srv://db/roundtrip', '/a b/ca.pem', 'mongodb+srv://db/roundtrip?tlsCAFile=%2Fa%20b%2Fca.pem'],
    ['mongodb://a,b/roundtrip?tls=true', '/ca.pem', 'mongodb://a,b/roundtrip?tls=true&tlsCAFile=%2Fca.pem'],
  ])('%s with the authority %s is %s', (MONGO_URL, MONGO_CA_FILE, url) => {
    expect(databaseUrl({ MONGO_URL, MONGO_CA_FILE })).toBe(url);
  });
});
