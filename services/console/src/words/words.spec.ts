import { describe, expect, it } from '@jest/globals';
import { issueCodes } from '@roundtrip/contracts';
import { english } from '@roundtrip/words/console';

describe('the words of the console', () => {
  it('name every error code', () => {
    expect(Object.keys(english.issues).toSorted()).toEqual([...issueCodes].toSorted());
  });
});
