import {
  definitionSaveRequested,
  definitionSaveRequestedV1,
  type EventData,
  targetDeleteRequested,
  targetDeleteRequestedV1,
  targetSaveRequested,
  targetSaveRequestedV1,
  templateRequested,
} from '@roundtrip/contracts';
import { EventsController, On } from '@roundtrip/kafka';
import { DefinitionsService } from './definitions.service.js';
import { TargetsService } from './targets.service.js';
import { TemplatesService } from './templates.service.js';

@EventsController()
export class TargetsEvents {
  constructor(
    private readonly targets: TargetsService,
    private readonly definitions: DefinitionsService,
    readonly templates: TemplatesService,
  ) {}

  @On(targetSaveRequested)
  async onTargetSaveRequested(request: EventData<typeof targetSaveRequested>): Promise<void> {
    await this.targets.save(request);
  }

  @On(targetDeleteRequested)
  async onTargetDeleteRequested(request: EventData<typeof targetDeleteRequested>): Promise<void> {
    await this.targets.delete(request);
  }

  @On(definitionSaveRequested)
  async onDefinitionSaveRequested(request: EventData<typeof definitionSaveRequested>): Promise<void> {
    await this.definitions.save(request);
  }

  // What was asked for before requests were written down counts no more than what nobody has asked for: it becomes a dead letter.

  @On(targetSaveRequestedV1)
  async onTargetSaveRequestedV1(request: EventData<typeof targetSaveRequestedV1>): Promise<void> {
    await this.targets.save(request);
  }

  @On(targetDeleteRequestedV1)
  async onTargetDeleteRequestedV1(request: EventData<typeof targetDeleteRequestedV1>): Promise<void> {
    await this.targets.delete(request);
  }

  @On(definitionSaveRequestedV1)
  async onDefinitionSaveRequestedV1(request: EventData<typeof definitionSaveRequestedV1>): Promise<void> {
    await this.definitions.save(request);
  }

  /** The template must not stay open for ever when its request becomes a dead letter. */
  @On(templateRequested, {
    onDeadLetter: ({ templates }: TargetsEvents, { templateId }) => templates.fail(templateId, new Date()),
  })
  async onTemplateRequested(request: EventData<typeof templateRequested>): Promise<void> {
    await this.templates.resolve(request, new Date());
  }
}
