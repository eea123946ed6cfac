import { describe, expect, it } from '@jest/globals';
import { migrations } from './migrations.js';
import { refuseNewerStore } from './store-state.js';

describe('a service', () => {
  it.each([
    ['that nobody has prepared yet', null],
    ['of its own release', { contracted: 5 }],
    ['of an older release', { contracted: 0 }],
  ])('reads a database %s', (_what, state) => {
    expect(() => refuseNewerStore(state, 5)).not.toThrow();
  });

  it('refuses one from which a newer release has taken away what it reads, and says what to do', () => {
    expect(() => refuseNewerStore({ contracted: 6 }, 5)).toThrow(
      /taken to version 6 by a newer release.*knows version 5.*start the newer release, or restore the backup/,
    );
  });
});

describe('the migrations', () => {
  it('are numbered without a gap, and have names of their own', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_one, index) => index + 1));
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  });
});
