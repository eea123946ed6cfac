import type { CriterionKind, FieldValue } from '@roundtrip/contracts';
import type { CriterionDocument, CriterionValueDocument } from '@roundtrip/database';
import type { Random } from './random.js';

type Value = Exclude<FieldValue, null>;

/** A criterion of a made-up institution, and how its contacts come by a value. */
export interface DemoCriterion extends Pick<CriterionDocument, 'code' | 'name' | 'kind' | 'active' | 'values'> {
  valueOf(random: Random): Value | undefined;
}

const criterion = (
  [code, name]: readonly [string, string],
  kind: CriterionKind,
  valueOf: DemoCriterion['valueOf'],
  values: CriterionValueDocument[] = [],
): DemoCriterion => ({ code, name, kind, active: true, values, valueOf });

type Label = readonly [code: string, name: string];

/** `'CODE: Name'`, by rank; a leading `~` marks a value that is no longer active. */
const valuesOf = (texts: readonly string[]): CriterionValueDocument[] =>
  texts.map((text, index) => {
    const [code = '', name = ''] = text.replace(/^~/, '').split(': ');
    return { code, name, rank: index + 1, active: !text.startsWith('~') };
  });

/** @param share of the contacts that have a value */
export function list(label: Label, share: number, texts: readonly string[]): DemoCriterion {
  const values = valuesOf(texts);
  return criterion(label, 'LIST', (random) => (random.chance(share) ? random.pick(values).code : undefined), values);
}

export function multiList(label: Label, share: number, texts: readonly string[]): DemoCriterion {
  const values = valuesOf(texts);
  const some = (random: Random): string[] | undefined => {
    if (!random.chance(share)) return undefined;
    const codes = values.filter(() => random.chance(0.25)).map((value) => value.code);
    return codes.length > 0 ? codes : undefined;
  };
  return criterion(label, 'MULTI_LIST', some, values);
}

export const boolean = (label: Label, share: number): DemoCriterion =>
  criterion(label, 'BOOLEAN', (random) => (random.chance(share) ? random.chance(0.5) : undefined));

/** @param step of the numbers: 0.5 makes 0, 0.5, 1 … */
export const number = (label: Label, share: number, below: number, step = 1): DemoCriterion =>
  criterion(label, 'NUMBER', (random) => (random.chance(share) ? random.below(below / step) * step : undefined));

const DAY_MS = 86_400_000;

/** A day of ten years before 2026. */
export const date = (label: Label, share: number): DemoCriterion =>
  criterion(label, 'DATE', (random) => {
    if (!random.chance(share)) return undefined;
    return new Date(Date.UTC(2016, 0, 1) + random.below(3_652) * DAY_MS).toISOString().slice(0, 10);
  });

export const text = (label: Label, share: number, texts: readonly string[]): DemoCriterion =>
  criterion(label, 'TEXT', (random) => (random.chance(share) ? random.pick(texts) : undefined));

export const inactive = (field: DemoCriterion): DemoCriterion => ({ ...field, active: false });
