import { z } from 'zod';

/** The rule tree of a target as it travels and is stored; what the fields and operators mean is checked by libs/fields. */
export const ruleLeaf = z
  .object({
    field: z.string().min(1).max(100),
    is: z.string().min(1).max(30),
    value: z.unknown().optional(),
  })
  .strict();
export type RuleLeaf = z.infer<typeof ruleLeaf>;

export type Rule = RuleLeaf | { all: Rule[] } | { any: Rule[] } | { none: Rule[] } | { notAll: Rule[] };

/** Shape only, of any depth: depth, leaves, fields, operators and values are refused with a pointer by `checkRule`. */
export const rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    ruleLeaf,
    z.object({ all: z.array(rule) }).strict(),
    z.object({ any: z.array(rule) }).strict(),
    z.object({ none: z.array(rule) }).strict(),
    z.object({ notAll: z.array(rule) }).strict(),
  ]),
);
