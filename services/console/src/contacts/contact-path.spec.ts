import { describe, expect, it } from '@jest/globals';
import { contactNumberIn, contactPath } from './contact-path.js';

describe('the address of a contact', () => {
  it.each(['00042', 'A/B', '50%', 'A%2FB', '#1', 'a b', 'É', '?'])('leads back to its number %s', (contactNumber) => {
    const { pathname } = new URL(contactPath(contactNumber), 'https://roundtrip.example');
    expect(contactNumberIn(pathname)).toBe(contactNumber);
  });

  it('is taken as it is when somebody mistyped it', () => {
    expect(contactNumberIn('/contacts/50%')).toBe('50%');
  });
});
