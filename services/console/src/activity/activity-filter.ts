/** What is looked for, as it stands in the address. */
export interface ActivityFilter {
  /** personId or keyId. */
  actor?: string;
  kind?: string;
  /** Days of who looks, both included: `YYYY-MM-DD`. */
  from?: string;
  to?: string;
}

const names = ['actor', 'kind', 'from', 'to'] as const;

export function filterIn(search: string): ActivityFilter {
  const given = new URLSearchParams(search);
  return Object.fromEntries(names.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : [])));
}

/** The same as the interface takes it, which knows moments. */
export const queryOf = ({ from, to, ...others }: ActivityFilter): ActivityFilter => ({
  ...others,
  ...momentAt('from', from, 0),
  ...momentAt('to', to, 1),
});

/** When a day begins, or one that is later. What is no day is not looked for. */
function momentAt(name: 'from' | 'to', day: string | undefined, later: number): ActivityFilter {
  const [year = NaN, month = NaN, date = NaN] = (day ?? '').split('-').map(Number);
  const moment = new Date(year, month - 1, date + later);
  return Number.isNaN(moment.getTime()) ? {} : { [name]: moment.toISOString() };
}

export interface Actor {
  id: string;
  name: string;
}

/** Those to choose from: who is known, and who is looked for, known or not. */
export const withWanted = (known: readonly Actor[], wanted: string | undefined): readonly Actor[] =>
  wanted === undefined || known.some(({ id }) => id === wanted) ? known : [...known, { id: wanted, name: wanted }];
