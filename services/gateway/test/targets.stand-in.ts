import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  definitionSaved,
  definitionSaveRequested,
  type EventData,
  type EventDefinition,
  requestRefused,
  targetDeleted,
  targetDeleteRequested,
  targetSaved,
  targetSaveRequested,
  withoutName,
} from '@roundtrip/contracts';
import { Database, type SaveRequestDocument, type SaveCommand, type WholeDatabase } from '@roundtrip/database';
import { EventPublisher, type KafkaAccess, KafkaModule } from '@roundtrip/kafka';
import type { TestService } from '@roundtrip/test-kit';

type Command<T extends SaveCommand['type']> = Extract<SaveCommand, { type: T }>;

/**
 * Says over the real Kafka what the service targets says, and writes what it writes; only what the gateway's own tests need. The
 * code TAKEN is refused, the code SLOW is never answered.
 */
export class TargetsStandIn {
  private readonly seen = new Set<string>();
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly gateway: TestService,
    private readonly database: WholeDatabase,
    private readonly app: INestApplicationContext,
  ) {
    this.timer = setInterval(() => void this.look(), 20);
  }

  static async start(gateway: TestService, access: KafkaAccess): Promise<TargetsStandIn> {
    class Root {}
    const root = { module: Root, imports: [KafkaModule.forRoot({ service: 'targets', ...access })] };
    const app = await NestFactory.createApplicationContext(root, { logger: false });
    return new TargetsStandIn(gateway, gateway.app.get<WholeDatabase>(Database), app);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.app.close();
  }

  private async look(): Promise<void> {
    for (const { requestId } of this.fresh(targetSaveRequested)) await this.fulfil(requestId);
    for (const { requestId } of this.fresh(targetDeleteRequested)) await this.fulfil(requestId);
    for (const { requestId } of this.fresh(definitionSaveRequested)) await this.fulfil(requestId);
  }

  private fresh<D extends EventDefinition>(definition: D): EventData<D>[] {
    return this.gateway.published(definition).filter((data) => {
      const { requestId } = data as { requestId: string };
      if (this.seen.has(requestId)) return false;
      this.seen.add(requestId);
      return true;
    });
  }

  private say<D extends EventDefinition>(definition: D, data: EventData<D>): Promise<void> {
    return this.app.get(EventPublisher).publish(definition, data);
  }

  /** As it was written down before it was said. */
  private async fulfil(requestId: string): Promise<void> {
    const request = await this.database.requests.findOne({ _id: requestId });
    if (!request) throw new Error('A request was said before it was written');
    const { wish: command } = request;
    if (command.type === 'target-save') await this.saveTarget(request, command);
    else if (command.type === 'target-delete') await this.deleteTarget(request, command);
    else await this.saveDefinition(request, command);
  }

  private async saveTarget(request: SaveRequestDocument, command: Command<'target-save'>): Promise<void> {
    const { _id: requestId, institution, requestedBy } = request;
    const { targetId, code, name, rule, intent } = command;
    if (code === 'SLOW') return;
    if (code === 'TAKEN') {
      const errors = [{ pointer: '/code', message: 'There is another target with this code.' }];
      const detail = 'There is another target with this code.';
      const refusal = { status: 409 as const, code: 'TARGET_CODE_TAKEN' };
      const refused = { _id: requestId, institution, ...refusal, detail, errors, refusedAt: new Date() };
      await this.database.refusals.insertOne(refused);
      return this.say(requestRefused, { requestId, institution, ...refusal });
    }
    const now = new Date();
    const version = { version: 1, appliedRequests: [requestId] };
    await this.database.targets.replaceOne(
      { _id: targetId },
      {
        institution,
        code,
        name,
        rule,
        createdBy: withoutName(requestedBy),
        createdAt: now,
        updatedAt: now,
        ...version,
      },
      { upsert: true },
    );
    await this.say(targetSaved, { requestId, institution, targetId, created: intent === 'create' });
  }

  private async deleteTarget(
    { _id: requestId, institution }: SaveRequestDocument,
    { targetId }: Command<'target-delete'>,
  ): Promise<void> {
    await this.database.targets.deleteOne({ _id: targetId });
    await this.say(targetDeleted, { requestId, institution, targetId });
  }

  private async saveDefinition(
    { _id: requestId, institution }: SaveRequestDocument,
    { definition, intent }: Command<'definition-save'>,
  ): Promise<void> {
    const _id = `${institution}:${definition.code}`;
    const created = intent === 'create';
    const first = { institution, code: definition.code, rank: 99, active: true, version: 1, appliedRequests: [] };
    const set = Object.fromEntries(
      Object.entries(definition).filter(
        ([name, value]) => value !== undefined && !['type', 'code', 'values', 'value'].includes(name),
      ),
    );
    if (definition.type === 'authorisation') {
      const found = await this.database.authorisations.findOne({ _id });
      await this.database.authorisations.replaceOne(
        { _id },
        { name: '', ...first, ...found, ...set },
        { upsert: true },
      );
    } else {
      const found = await this.database.criteria.findOne({ _id });
      const values =
        definition.type === 'criterion'
          ? (definition.values ?? found?.values ?? [])
          : [...(found?.values ?? []), definition.value];
      const whole = values.map((value, at) => ({ name: '', rank: at + 1, active: true, ...value }));
      await this.database.criteria.replaceOne(
        { _id },
        { name: '', kind: 'LIST', ...first, ...found, ...set, values: whole },
        { upsert: true },
      );
    }
    await this.say(definitionSaved, { requestId, institution, type: definition.type, code: definition.code, created });
  }
}
