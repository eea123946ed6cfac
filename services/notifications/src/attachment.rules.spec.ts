import { describe, expect, it } from '@jest/globals';
import { carriageOf } from './attachment.rules.js';

const small = { sizeBytes: 100, maxBytes: 100 };
const large = { sizeBytes: 101, maxBytes: 100 };

describe('a template by mail', () => {
  it.each([
    ['attached', 'officer@theatre.example', ['city.example', 'theatre.example'], small],
    ['attached', 'officer@theatre.example', ['Theatre.Example'], small],
    ['too-large', 'officer@theatre.example', ['theatre.example'], large],
    ['not-listed', 'officer@theatre.example', [], small],
    ['not-listed', 'officer@theatre.example', [], large],
    ['not-listed', 'officer@elsewhere.example', ['theatre.example'], small],
    ['not-listed', 'officer@box.theatre.example', ['theatre.example'], small],
    ['not-listed', 'officer@eviltheatre.example', ['theatre.example'], small],
    ['not-listed', 'theatre.example@elsewhere.example', ['theatre.example'], small],
  ] as const)('is %s for %s in an institution that lists %j', (carriage, to, domains, size) => {
    expect(carriageOf(to, domains, size)).toBe(carriage);
  });
});
