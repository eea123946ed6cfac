import { describe, expect, it } from '@jest/globals';
import { advisoryFaults, type Audit } from './advisories.rules.js';
import { billOf, type Bom, type Component } from './bill-of-materials.rules.js';
import { isAllowed, licenceFaults, licenceList } from './licences.rules.js';

const component = (ref: string, licence?: string): Component => ({
  'bom-ref': ref,
  name: ref.split('@')[0] ?? '',
  version: '1.0.0',
  purl: `pkg:npm/${ref.replace(/^@/, '%40')}`,
  ...(licence !== undefined && { licenses: [{ license: { id: licence } }] }),
});
const all: Bom = {
  bomFormat: 'CycloneDX',
  metadata: { component: { 'bom-ref': 'roundtrip@0.1.0', name: 'checkout' } },
  components: [
    component('@roundtrip/gateway@0.1.0'),
    component('@roundtrip/database@0.1.0'),
    component('@roundtrip/console@0.1.0'),
    component('mongoose@9.0.0', 'MIT'),
    component('mongodb@7.0.0', 'Apache-2.0'),
    component('react@19.0.0', 'MIT'),
    component('vite@8.0.0', 'MIT'),
    component('jest@30.0.0', 'MIT'),
  ],
  dependencies: [
    {
      ref: '@roundtrip/gateway@0.1.0',
      dependsOn: ['@roundtrip/database@0.1.0', '@roundtrip/console@0.1.0', 'jest@30.0.0'],
    },
    { ref: '@roundtrip/database@0.1.0', dependsOn: ['mongoose@9.0.0'] },
    { ref: '@roundtrip/console@0.1.0', dependsOn: ['react@19.0.0', 'vite@8.0.0'] },
    { ref: 'mongoose@9.0.0', dependsOn: ['mongodb@7.0.0'] },
  ],
};
const ours = [
  { name: '@roundtrip/gateway', needs: ['@roundtrip/database', '@roundtrip/console'] },
  { name: '@roundtrip/database', needs: ['mongoose'] },
  { name: '@roundtrip/console', needs: ['react'] },
];

describe('the bill of materials', () => {
  const bill = billOf(all, ours, ['@roundtrip/gateway']);

  it('has what the image needs, through our libraries, and what is built into the page, but nothing for development', () => {
    expect(bill.components.map(({ name, 'bom-ref': ref }) => name || ref)).toHaveLength(6);
    expect(bill.components.map((one) => one['bom-ref'])).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/vite|jest/)]),
    );
  });

  it('is of the product, whatever the folder of the checkout is called', () => {
    expect(bill.metadata.component.name).toBe('roundtrip');
    expect(bill.dependencies[0]).toEqual({ ref: 'roundtrip@0.1.0', dependsOn: ['@roundtrip/gateway@0.1.0'] });
  });
});

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['GPL-3.0', false],
    ['', false],
    ['(MPL-2.0 OR MIT)', true],
    ['MIT AND GPL-3.0', false],
    ['(GPL-3.0 AND MIT) OR ISC', true],
    ['MIT OR GPL-3.0 AND GPL-2.0', true],
    ['MIT ISC', false],
  ])('%s may ship: %s', (expression, may) => {
    expect(isAllowed(expression, ['MIT', 'ISC'])).toBe(may);
  });

  it('that are not allowed are named, but where somebody has said why they are well', () => {
    const bom = {
      ...all,
      components: [component('@roundtrip/gateway@0.1.0'), component('b@2.0.0', 'X'), component('a@1.0.0')],
    };
    expect(licenceList(bom)).toBe('a@1.0.0\t\nb@2.0.0\tX\n');
    expect(licenceFaults(bom, { allowed: ['MIT'], packages: { b: 'bought' } })).toEqual([
      'a@1.0.0: the licence (none) is not allowed',
    ]);
    expect(licenceFaults(bom, { allowed: ['X'], packages: { a: 'ours, too', c: 'gone' } })).toEqual([
      'c is excepted, and does not ship',
    ]);
  });
});

describe('advisories', () => {
  const audit: Audit = {
    vulnerabilities: {
      nodemailer: {
        via: [
          'other',
          { name: 'nodemailer', title: 'Sends too much', url: 'https://x/GHSA-1', severity: 'high', range: '<2' },
        ],
      },
    },
  };
  const accepted = { advisory: 'GHSA-1', because: 'not reached', until: '2027-01-31' };

  it.each([
    ['that nobody has accepted', audit, [], ['GHSA-1: nodemailer <2: Sends too much (high)']],
    ['that are accepted', audit, [accepted], []],
    [
      'that were accepted until yesterday',
      audit,
      [{ ...accepted, until: '2027-01-30' }],
      ['GHSA-1 was accepted until 2027-01-30'],
    ],
    [
      'that are not there any more',
      { vulnerabilities: {} },
      [accepted],
      ['GHSA-1 is accepted, and not there any more'],
    ],
    ['that nobody could be asked for', undefined, [accepted], []],
    [
      'that ended while nobody could be asked',
      undefined,
      [{ ...accepted, until: '2026-12-31' }],
      ['GHSA-1 was accepted until 2026-12-31'],
    ],
  ])('%s', (_what, answer, list, faults) => {
    expect(advisoryFaults(answer, list, '2027-01-31')).toEqual(faults);
  });
});
