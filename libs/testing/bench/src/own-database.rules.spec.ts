import { describe, expect, it } from '@jest/globals';
import { ownDatabase } from './own-database.rules.js';

describe('a database for the time of a bench', () => {
  it.each([
    ['mongodb://127.0.0.1:27017/roundtrip', 'mongodb://127.0.0.1:27017/mine'],
    ['mongodb://127.0.0.1:27017', 'mongodb://127.0.0.1:27017/mine'],
    ['mongodb://a:b@h1,h2/roundtrip?replicaSet=r', 'mongodb://a:b@h1,h2/mine?replicaSet=r&authSource=roundtrip'],
    ['mongodb+srv://a:b@host/', 'mongodb+srv://a:b@host/mine?authSource=admin'],
    ['mongodb://a:b@host/x?authSource=y', 'mongodb://a:b@host/mine?authSource=y'],
  ])('of %s is %s', (url, own) => {
    expect(ownDatabase(url, 'mine')).toBe(own);
  });

  it('is refused of another kind of address', () => {
    expect(() => ownDatabase('http://host/', 'mine')).toThrow('mongodb://');
  });
});
