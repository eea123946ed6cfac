import { randomUUID } from 'node:crypto';
import {
  type EventData,
  type EventDefinition,
  type ImportCounts,
  type templateCompleted,
  templateFailureKey,
  templateOutcomeKey,
} from '@roundtrip/contracts';
import { Database, type ImportJobDocument, type TemplateJobDocument, type WholeDatabase } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { noteEnd, startTestService, type TestService } from '@roundtrip/test-kit';
import { AppModule } from '../src/app.module.js';
import { NotificationsConfig } from '../src/config.js';

const { MAIL_API } = process.env;

export interface CaughtMail {
  id: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, unknown>;
  envelope: { from: { address: string }; to: { address: string }[] };
  attachments: { filename: string; generatedFileName: string; contentType: string; size: number }[];
}

export const counts: ImportCounts = {
  total: 10,
  applied: 6,
  unchanged: 3,
  rejected: 1,
  notAttempted: 0,
  overwritten: 0,
  warnings: 0,
  blankLines: 0,
};

/** The service on a real database, object store and mail catcher, with an institution and an address of its own. */
export class NotificationsFixture {
  readonly institution = `spec-${randomUUID().slice(0, 8)}`;
  readonly address = `officer-${randomUUID().slice(0, 8)}@theatre.example`;
  private readonly objectKeys: string[] = [];

  private constructor(
    readonly service: TestService,
    readonly database: WholeDatabase,
    readonly objects: ObjectStore,
  ) {}

  static async start(env: Record<string, string> = {}, language: 'en' | 'fr' = 'en'): Promise<NotificationsFixture> {
    const service = await startTestService(AppModule, { name: 'notifications', config: NotificationsConfig, env });
    const fixture = new NotificationsFixture(
      service,
      service.app.get<WholeDatabase>(Database),
      service.app.get(ObjectStore),
    );
    const receives = service.receives.bind(service);
    service.receives = async (definition, data, options) => {
      await noteEnd(fixture, definition, data);
      await receives(definition, data, options);
    };
    await fixture.database.institutions.insertOne({
      _id: fixture.institution,
      name: 'Spec',
      delimiter: ';',
      language,
      allowedEmailDomains: ['theatre.example'],
    });
    return fixture;
  }

  /** As an administrator does under Settings. */
  async listDomains(allowedEmailDomains: string[]): Promise<void> {
    await this.database.institutions.updateOne({ _id: this.institution }, { $set: { allowedEmailDomains } });
  }

  /** @returns templateId */
  async templateJob(job: Partial<TemplateJobDocument> = {}): Promise<string> {
    return this.job({
      type: 'template',
      dataType: 'criteria',
      target: { targetId: 'tgt_1', code: 'ALL', name: 'Everybody' },
      state: 'RUNNING',
      ...this.common(`tpl_${randomUUID()}`),
      ...job,
    });
  }

  /** @returns importId */
  async importJob(job: Partial<ImportJobDocument> = {}): Promise<string> {
    return this.job({
      type: 'import',
      dataType: 'authorisations',
      action: 'update',
      onConflict: 'reject',
      overwriteRefusals: false,
      state: 'APPLYING',
      file: { objectKey: 'x', name: 'consents.csv', sizeBytes: 1, sha256: '' },
      ...this.common(`imp_${randomUUID()}`),
      ...job,
    });
  }

  /** A message of which nothing is written down. */
  hearsForged<D extends EventDefinition>(definition: D, data: EventData<D>): Promise<void> {
    const headers = { 'event-id': definition.id(data) };
    return this.service.receivesRaw(definition.topic, JSON.stringify(data), { key: definition.key(data), headers });
  }

  /** Stores bytes as the file of a template. @returns the event about it */
  async templateFile(
    templateId: string,
    bytes: Buffer,
    name = 'contact-criteria_ALL_20260301-0900.zip',
  ): Promise<EventData<typeof templateCompleted>> {
    const objectKey = `${templateId}.zip`;
    this.objectKeys.push(objectKey, templateOutcomeKey(templateId), templateFailureKey(templateId));
    const { sizeBytes } = await this.objects.put('templates', objectKey, bytes);
    return {
      templateId,
      institution: this.institution,
      state: 'READY',
      lines: 12,
      completedAt: '2026-03-01T09:00:00.000Z',
      file: { objectKey, name, sizeBytes, parts: 1 },
    };
  }

  /** What the mail catcher holds for our address. */
  async mails(): Promise<CaughtMail[]> {
    const mails = (await (await fetch(String(MAIL_API))).json()) as CaughtMail[];
    return mails.filter(({ envelope }) => envelope.to.some(({ address }) => address === this.address));
  }

  async attachment(mail: CaughtMail): Promise<Buffer> {
    const name = mail.attachments[0]?.generatedFileName;
    const answer = await fetch(`${MAIL_API}/${mail.id}/attachment/${name}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async close(): Promise<void> {
    for (const objectKey of this.objectKeys) await this.objects.remove('templates', objectKey);
    await this.database.dropDatabase();
    await this.service.close();
  }

  private common(_id: string) {
    const at = new Date();
    return {
      _id,
      institution: this.institution,
      requestedBy: { keyId: 'key_1', name: 'Spec', role: 'operator' as const },
      requestedAt: at,
      changedAt: at,
      version: 1,
      progress: { linesDone: 0, linesTotal: 0 },
      email: this.address,
    };
  }

  private async job(document: TemplateJobDocument | ImportJobDocument): Promise<string> {
    await this.database.jobs.insertOne(document);
    return document._id;
  }
}
