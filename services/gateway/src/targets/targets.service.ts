import { Injectable } from '@nestjs/common';
import type { Rule } from '@roundtrip/contracts';
import type { TargetDocument } from '@roundtrip/database';
import { checkRule, ruleInStoredLetters } from '@roundtrip/fields';
import { Activities, type Deed } from '../activities/activities.service.js';
import { toContactSummary } from '../contacts/contact-summary.js';
import type { Principal } from '../http/principal.js';
import { notFound, Problem } from '../http/problem.errors.js';
import { requestOf } from '../requests/request-of.js';
import { SaveRequests } from '../requests/save-requests.js';
import { TargetsRepository } from './targets.repository.js';

interface SaveTarget {
  targetId: string;
  requestId: string;
  intent: 'create' | 'replace';
  code: string;
  name: string;
  rule: unknown;
}

@Injectable()
export class TargetsService {
  constructor(
    private readonly targets: TargetsRepository,
    private readonly requests: SaveRequests,
    private readonly activities: Activities,
  ) {}

  /** @throws Problem 404 */
  async get(who: Principal, targetId: string): Promise<TargetDocument> {
    const target = await this.targets.find(who.institution, targetId);
    if (!target) throw notFound('target');
    return target;
  }

  /** The saved target; undefined when it is not saved yet. @throws Problem with the refusal */
  async save(who: Principal, { rule, requestId, ...asked }: SaveTarget): Promise<TargetDocument | undefined> {
    const command = { type: 'target-save' as const, ...asked, rule: await this.checked(who, rule) };
    const { targetId, code, name, rule: after } = command;
    const deed: Deed = {
      kind: 'target-saved',
      subject: { type: 'target', id: targetId, name: code },
      details: {
        before: shown(await this.targets.find(who.institution, targetId)),
        after: { code, name, rule: after },
      },
      key: `target-saved:${requestId}`,
    };
    return this.activities.recorded(who, deed, async () => {
      const { state } = await this.requests.ask(requestOf(who, requestId, command));
      return state === 'done' ? this.get(who, targetId) : undefined;
    });
  }

  /** Whether it is gone already. */
  async remove(who: Principal, targetId: string, requestId: string): Promise<boolean> {
    const target = await this.get(who, targetId);
    const deed: Deed = {
      kind: 'target-deleted',
      subject: { type: 'target', id: targetId, name: target.code },
      details: { before: shown(target) },
      key: `target-deleted:${requestId}`,
    };
    return this.activities.recorded(who, deed, async () => {
      const { state } = await this.requests.ask(requestOf(who, requestId, { type: 'target-delete', targetId }));
      return state === 'done';
    });
  }

  async preview(who: Principal, rule: unknown) {
    const checked = await this.checked(who, rule);
    const definitions = await this.targets.definitions(who.institution);
    const { count, sample } = await this.targets.preview(who.institution, checked, definitions, new Date());
    return { count, sample: sample.map(toContactSummary) };
  }

  private async checked(who: Principal, asked: unknown): Promise<Rule> {
    const definitions = await this.targets.definitions(who.institution);
    const rule = ruleInStoredLetters(asked, definitions);
    const problems = checkRule(rule, definitions);
    if (problems.length === 0) return rule as Rule;
    const errors = problems.map(({ pointer, message }) => ({ pointer: `/rule${pointer}`, message }));
    throw new Problem(422, 'RULE_INVALID', [], { errors });
  }
}

const shown = (target: TargetDocument | undefined) =>
  target && { code: target.code, name: target.name, rule: target.rule };
