import { unseenDifference, withLatinLetters } from '@roundtrip/fields';

/**
 * Why a number names nobody, when one that differs from it by what people and programs do to numbers names somebody. Pure, but for the
 * question which numbers are known.
 */

export type NumberCause = 'letter case' | 'apostrophe' | 'decimals' | 'alphabet' | 'zeros lost' | 'zeros added';

/** The known numbers that a number resembles, all for the same cause. */
export interface Resemblance {
  cause: NumberCause;
  numbers: string[];
}

interface Candidate {
  number: string;
  cause: NumberCause;
  /** What was done to the number: what was done to one is tried first with the others of a file. */
  form: string;
}

const longestNumber = 20;

/** What the number may have been, the nearest first; at most 40 numbers. */
export function candidatesOf(number: string): Candidate[] {
  const candidates = new Map<string, Candidate>();
  const add = (candidate: string, cause: NumberCause, form: string): void => {
    if (candidate === number || candidate === '' || Array.from(candidate).length > longestNumber) return;
    if (!candidates.has(candidate)) candidates.set(candidate, { number: candidate, cause, form: `${cause} ${form}` });
  };
  const bases = basesOf(number);
  for (const [base, cause] of bases) if (cause) add(base, cause, '');
  for (const [base, cause = 'letter case'] of bases) {
    add(base.toUpperCase(), cause, 'upper');
    add(base.toLowerCase(), cause, 'lower');
    add(base.slice(0, 1).toUpperCase() + base.slice(1).toLowerCase(), cause, 'title');
  }
  for (const [base] of bases) {
    if (!/^\d+$/.test(base)) continue;
    const digits = base.replace(/^0+(?=\d)/, '');
    for (let length = base.length + 1; length <= longestNumber; length++) {
      add(digits.padStart(length, '0'), 'zeros lost', String(length));
    }
    for (let length = base.length - 1; length >= digits.length; length--) {
      add(digits.padStart(length, '0'), 'zeros added', String(length));
    }
  }
  return [...candidates.values()];
}

/** The number itself, without an apostrophe, without decimals, in Latin letters: what the other candidates are made of. */
function basesOf(number: string): [base: string, cause?: NumberCause][] {
  const bases: [base: string, cause?: NumberCause][] = [[number]];
  const latin = withLatinLetters(number);
  if (latin !== number && unseenDifference(number, latin) !== undefined) bases.push([latin, 'alphabet']);
  const bare = latin.replace(/^['`´]+|['`´]+$/g, '');
  if (bare !== latin) bases.push([bare, 'apostrophe']);
  const whole = bare.replace(/^(\d+)[.,]0+$/, '$1');
  if (whole !== bare) bases.push([whole, 'decimals']);
  return bases;
}

/** Of so many unknown numbers of a chunk every candidate is looked up, of all the others only what was done to these. */
const lookedInto = 100;
const formsTried = 4;

/**
 * The causes that are found for unknown numbers. What it costs is bounded for a chunk, however many of its numbers are unknown: two questions
 * to the index of the numbers, about 100 × 40 and 900 × 4 of them at most in a chunk of 1,000 lines.
 *
 * @param unknown of one chunk, each once
 * @param known which of some numbers name somebody
 */
export async function findResemblances(
  unknown: readonly string[],
  known: (numbers: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<Map<string, Resemblance>> {
  // Spread over the chunk: what happened to a column happened to all of it.
  const step = Math.max(1, unknown.length / lookedInto);
  const looked = new Set(Array.from({ length: Math.ceil(unknown.length / step) }, (_, at) => Math.floor(at * step)));
  const first = new Map([...looked].map((at) => [unknown[at]!, candidatesOf(unknown[at]!)]));
  const found = await resemblancesOf(first, known);
  const others = unknown.filter((_, at) => !looked.has(at));
  const forms = commonForms(first, found);
  if (others.length === 0 || forms.size === 0) return found;
  const tried = new Map(
    others.map((number) => [number, candidatesOf(number).filter(({ form }) => forms.has(form))] as const),
  );
  return new Map([...found, ...(await resemblancesOf(tried, known))]);
}

async function resemblancesOf(
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  known: (numbers: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<Map<string, Resemblance>> {
  const asked = new Set([...candidates.values()].flatMap((some) => some.map(({ number }) => number)));
  if (asked.size === 0) return new Map();
  const names = await known([...asked]);
  const found = new Map<string, Resemblance>();
  for (const [number, some] of candidates) {
    const known_ = some.filter((candidate) => names.has(candidate.number));
    const cause = known_[0]?.cause;
    if (cause === undefined) continue;
    const numbers = known_.filter((candidate) => candidate.cause === cause).map((candidate) => candidate.number);
    found.set(number, { cause, numbers });
  }
  return found;
}

/** What was done to most of those numbers that resemble another. */
function commonForms(
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  found: ReadonlyMap<string, Resemblance>,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [number, { numbers }] of found) {
    for (const { form } of candidates.get(number)!.filter((candidate) => numbers.includes(candidate.number))) {
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  const byCount = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return new Set(byCount.slice(0, formsTried).map(([form]) => form));
}

const totals =
  /^(?:grand[\s-]?total|(?:sub|sous)[\s-]?total|total[eis]?|total g[ée]n[ée]ral|sum|sums|somme|summe|gesamt|gesamtsumme|zwischensumme|insgesamt|totaal|suma|soma|count|anzahl)(?:\W.*)?$/i;

/** What a line is that is about no contact at all, by the cell where its number should be. */
export function lineOfNobody(contactNumber: string): 'header' | 'total' | undefined {
  if (/^contact[\s_-]*number$/i.test(contactNumber)) return 'header';
  return totals.test(contactNumber) ? 'total' : undefined;
}
