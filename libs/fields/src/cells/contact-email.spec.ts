import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { issueWords } from '@roundtrip/words';
import type { CellProblem } from './cell-reading.js';
import { emailProblem, isContactAddress } from './contact-email.js';

const inWords = (problem: CellProblem | undefined) => problem && { ...problem, ...issueWords('en', problem) };

describe('the e-mail address of a contact', () => {
  it.each([
    'a@b.fr',
    'Marie.Dupont+opera@Example.ORG',
    "o'neill@mail.example.co.uk",
    'müller@bücher.example',
    'sam@café.fr',
    'sam@xn--caf-dma.fr',
    'taro..yamada.@docomo.ne.jp',
    'имя@почта.рф',
    'अजय@उदाहरण.भारत',
  ])('may be %s', (text) => {
    expect(emailProblem(text, 'EMAIL')).toBeUndefined();
  });

  it.each([
    ['not an address', undefined],
    ['@example.org', undefined],
    ['marie@', undefined],
    ['marie@localhost', undefined],
    ['marie@example', undefined],
    ['marie@example..org', undefined],
    ['marie@-example.org', undefined],
    ['marie @example.org', undefined],
    ['marie(at)example.org', undefined],
    ['marie.example.org', undefined],
    ['n/a', undefined],
    [`${'x'.repeat(65)}@example.org`, undefined],
    [`a@${'b.'.repeat(130)}fr`, undefined],
    ['Marie <marie@example.org>', 'marie@example.org'],
    ['mailto:marie@example.org', 'marie@example.org'],
    ['marie@example.org;', 'marie@example.org'],
    ['marie@example.org (work)', 'marie@example.org'],
  ])('is not %s', (text, meant) => {
    expect(inWords(emailProblem(text, 'EMAIL'))).toMatchObject({
      code: 'EMAIL_INVALID',
      message: expect.stringContaining('is not an e-mail address'),
      hint:
        meant === undefined ? expect.stringMatching(/^Write one address/) : expect.stringContaining(`mean ${meant}?`),
    });
  });

  it.each(['; ', ', ', ' ', '/', '\n', ' or ', '|', ';'])('is not two, separated by %j', (separator) => {
    const problem = emailProblem(`a@b.fr${separator}c@d.fr`, 'EMAIL');
    expect(inWords(problem)).toMatchObject({
      code: 'EMAIL_INVALID',
      message: expect.stringContaining('holds 2 e-mail addresses'),
    });
  });

  it('is found to be one, or explained, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
        const problem = emailProblem(text, 'EMAIL');
        expect(problem === undefined).toBe(isContactAddress(text));
        if (isContactAddress(text)) expect(text.match(/@/g)).toHaveLength(1);
        if (isContactAddress(text)) expect(text).not.toMatch(/[\s;,<>]/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is judged in a time that does not grow faster than its text', () => {
    for (const text of [
      'a@'.repeat(20_000),
      'a.'.repeat(20_000),
      `a@${'a'.repeat(40_000)}`,
      `${'a-'.repeat(20_000)}@b`,
    ]) {
      expect(emailProblem(text, 'EMAIL')?.code).toBe('EMAIL_INVALID');
    }
  });
});
