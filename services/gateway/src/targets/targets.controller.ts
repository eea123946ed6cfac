import { Controller } from '@nestjs/common';
import type { TargetDocument } from '@roundtrip/database';
import { z } from 'zod';
import { type Answer, created, noContent } from '../http/answer.js';
import { type Page, readCursor, toPage } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Serves } from '../http/route.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { stillOpen } from '../requests/open-request.js';
import { TargetsRepository } from './targets.repository.js';
import {
  createTarget,
  deleteTarget,
  getTarget,
  listTargets,
  previewTarget,
  replaceTarget,
  type targetBody,
} from './targets.routes.js';
import { TargetsService } from './targets.service.js';

type TargetBody = z.output<typeof targetBody>;

@Controller()
export class TargetsController {
  constructor(
    private readonly service: TargetsService,
    private readonly targets: TargetsRepository,
  ) {}

  @Serves(listTargets)
  async list(@Who() who: Principal, @Input() input: RouteInput<typeof listTargets>): Promise<Page<TargetBody>> {
    const { limit, cursor } = input.query;
    const found = await this.targets.page(who.institution, readCursor(cursor, z.string()), limit + 1);
    return toPage(found, limit, toBody, ({ code }) => code);
  }

  @Serves(createTarget)
  async create(@Who() who: Principal, @Input() input: RouteInput<typeof createTarget>): Promise<Answer> {
    const targetId = input.newId('tgt');
    const requestId = input.newId('req');
    const saved = await this.service.save(who, { intent: 'create', targetId, requestId, ...input.body });
    return saved ? created(locationOf(targetId), toBody(saved)) : stillOpen(requestId, locationOf(targetId));
  }

  @Serves(previewTarget)
  preview(@Who() who: Principal, @Input() input: RouteInput<typeof previewTarget>) {
    return this.service.preview(who, input.body.rule);
  }

  @Serves(getTarget)
  async get(@Who() who: Principal, @Input() input: RouteInput<typeof getTarget>): Promise<TargetBody> {
    return toBody(await this.service.get(who, input.params.targetId));
  }

  @Serves(replaceTarget)
  async replace(@Who() who: Principal, @Input() input: RouteInput<typeof replaceTarget>): Promise<Answer | TargetBody> {
    const { targetId } = input.params;
    await this.service.get(who, targetId);
    const requestId = input.newId('req');
    const saved = await this.service.save(who, { intent: 'replace', targetId, requestId, ...input.body });
    return saved ? toBody(saved) : stillOpen(requestId, locationOf(targetId));
  }

  @Serves(deleteTarget)
  async remove(@Who() who: Principal, @Input() input: RouteInput<typeof deleteTarget>): Promise<Answer> {
    const { targetId } = input.params;
    const requestId = input.newId('req');
    const gone = await this.service.remove(who, targetId, requestId);
    return gone ? noContent() : stillOpen(requestId, locationOf(targetId));
  }
}

const locationOf = (targetId: string): string => `/v1/targets/${targetId}`;

const toBody = ({ _id, code, name, rule, createdBy, createdAt, updatedAt }: TargetDocument): TargetBody => ({
  targetId: _id,
  code,
  name,
  rule,
  createdBy,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
