import type { Rule } from '@roundtrip/contracts';
import { institutionIdRange, type Database, loadDefinitions, planRule } from '@roundtrip/database';
import { checkRule, ruleInStoredLetters } from '@roundtrip/fields';
import { saidText } from '@roundtrip/words';

const counted = (count: number): string => `${count.toLocaleString('en')} contact${count === 1 ? '' : 's'}`;

/**
 * What the database does to find the contacts that a rule picks, in lines for people. The rule is done once for it.
 *
 * @param asked JSON, or the code of a target
 * @throws Error in words when there is no such rule
 */
export async function explainRule(database: Database, institution: string, asked: string, at: Date): Promise<string[]> {
  const definitions = await loadDefinitions(database, institution);
  const rule = ruleInStoredLetters(await ruleOf(database, institution, asked), definitions) as Rule;
  const problems = checkRule(rule, definitions);
  if (problems.length > 0) {
    throw new Error(
      problems.map(({ pointer, message }) => `${pointer || 'The rule'}: ${saidText('en', message)}`).join('\n'),
    );
  }
  const plan = await planRule(database, { rule, definitions, at, institution });
  const lookedAt =
    plan.by === 'index' && plan.candidates !== undefined
      ? plan.candidates
      : await database.contacts.countDocuments({ _id: institutionIdRange(institution) });
  const startedAt = performance.now();
  const picked = await database.contacts.countDocuments(plan.filter, plan.options);
  const took = `${(performance.now() - startedAt).toFixed(0)} ms`;
  const how = plan.by === 'index' ? `index ${plan.options.hint}` : `scan: ${plan.why}`;
  return [how, `${counted(lookedAt)} looked at, ${counted(picked)} picked, ${took}`];
}

async function ruleOf(database: Database, institution: string, asked: string): Promise<unknown> {
  if (asked.trimStart().startsWith('{')) return JSON.parse(asked);
  const target = await database.targets.findOne({ institution, code: asked });
  if (!target) throw new Error(`There is no target ${asked} in the institution ${institution}.`);
  return target.rule;
}
