import type { Bom, Component } from './bill-of-materials.rules.js';

export interface LicenceRules {
  /** By their names in the list of SPDX. */
  allowed: readonly string[];
  /** Packages whose licence is another, or not said, and why that is well. */
  packages: Readonly<Record<string, string>>;
}

/** As the package says it, e.g. `MIT` or `(MPL-2.0 OR Apache-2.0)`; several are said as alternatives to none. */
export const licenceOf = ({ licenses = [] }: Component): string =>
  licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '').join(' AND ');

/** `OR` leaves the choice, `AND` does not, and binds closer; brackets bind closest. */
export function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  const one = (): boolean => {
    const word = words.shift();
    if (word !== '(') return word !== undefined && allowed.includes(word);
    const is = either();
    words.shift();
    return is;
  };
  const both = (): boolean => {
    let is = one();
    while (words[0] === 'AND') {
      words.shift();
      is = one() && is;
    }
    return is;
  };
  const either = (): boolean => {
    let is = both();
    while (words[0] === 'OR') {
      words.shift();
      is = both() || is;
    }
    return is;
  };
  return either() && words.length === 0;
}

/** Ours are for nobody else, and have none. */
const isOurs = ({ name, purl }: Component): boolean => purl.includes('%40roundtrip/') || name === 'roundtrip';

/** One line a package: what it is, and its licence. */
export const licenceList = ({ components }: Bom): string =>
  components
    .filter((component) => !isOurs(component))
    .map((component) => `${component['bom-ref']}\t${licenceOf(component)}\n`)
    .toSorted()
    .join('');

/** What may not be shipped, and exceptions for what is not there. */
export function licenceFaults({ components }: Bom, { allowed, packages }: LicenceRules): string[] {
  const others = components.filter((component) => !isOurs(component));
  const nameOf = (component: Component): string => component['bom-ref'].replace(/@[^@]*$/, '');
  const refused = others
    .filter((component) => !(nameOf(component) in packages) && !isAllowed(licenceOf(component), allowed))
    .map((component) => `${component['bom-ref']}: the licence ${licenceOf(component) || '(none)'} is not allowed`);
  const names = new Set(others.map(nameOf));
  const unused = Object.keys(packages).filter((name) => !names.has(name));
  return [...refused, ...unused.map((name) => `${name} is excepted, and does not ship`)];
}
