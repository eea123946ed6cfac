import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import {
  definitionSaveRequested,
  type EventData,
  type EventDefinition,
  importRequested,
  type Role,
  targetSaveRequested,
} from '@roundtrip/contracts';
import {
  Database,
  ensureIndexes,
  type ImportJobDocument,
  type SaveRequestDocument,
  type WholeDatabase,
} from '@roundtrip/database';
import { createInstitution, type CreatedInstitution } from '@roundtrip/demo';
import { ensureBuckets, ObjectStore } from '@roundtrip/files';
import { ConsumerHealth, createTopics, kafkaAccess } from '@roundtrip/kafka';
import { noteEnd, ownDatabase, startTestService, type TestService } from '@roundtrip/test-kit';
import { AppModule } from '../src/app.module.js';
import { GatewayConfig } from '../src/config.js';
import { prepareHttp } from '../src/prepare-http.js';
import type { Json } from './json.js';
import { TargetsStandIn } from './targets.stand-in.js';

/** A file that asks for one change. */
export const csvOfOneChange =
  'CONTACT_NUMBER;[old] PROFESSION - Profession;[new] PROFESSION - Profession\r\n00000001;TEACHER;ARTIST\r\n';

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  json: Json;
}

export interface Ask {
  as?: Role | 'nobody';
  of?: CreatedInstitution;
  body?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
}

/** The gateway on the real servers: two institutions, its HTTP interface on a port, its events from the test. */
export class GatewayFixture {
  private constructor(
    readonly service: TestService,
    readonly url: string,
    readonly institution: CreatedInstitution,
    readonly other: CreatedInstitution,
    private readonly targets: TargetsStandIn,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<GatewayFixture> {
    const access = kafkaAccess(process.env);
    const url = ownDatabase();
    await ensureIndexes(url);
    await createTopics(access);
    await ensureBuckets({
      endpoint: process.env['S3_ENDPOINT'] ?? '',
      accessKey: process.env['S3_ACCESS_KEY'] ?? '',
      secretKey: process.env['S3_SECRET_KEY'] ?? '',
      region: process.env['S3_REGION'] ?? 'us-east-1',
    });
    const service = await startTestService(AppModule, {
      name: 'gateway',
      config: GatewayConfig,
      env: {
        MONGO_URL: url,
        KAFKA_BROKERS: access.brokers.join(','),
        SESSION_SECRET: 'a secret that is long enough for tests',
        UPLOAD_MAX_BYTES: '1000000',
        SAVE_WAIT_MS: '3000',
        // Nobody works on what the specs ask for: it would stand in the queue.
        JOBS_RUNNING_PER_INSTITUTION: '1000',
        JOBS_RUNNING_BESIDE_OTHERS: '1000',
        // A spec asks in a second what a person does in an hour.
        REQUESTS_PER_MINUTE: '1000000',
        LIST_PAGES_PER_MINUTE: '1000000',
        SIGN_IN_FAILURES_PER_HOUR: '1000000',
        SIGN_INS_PER_HOUR: '1000000',
        UPLOADS_AT_ONCE: '100',
        TEMPLATE_MAILS_PER_RECIPIENT: '1000000',
        TEMPLATE_MAILS_PER_INSTITUTION: '1000000',
        ...env,
      },
      prepare: prepareHttp,
    });
    service.app.get(ConsumerHealth).become('joined');
    const database = service.app.get<WholeDatabase>(Database);
    const objects = service.app.get(ObjectStore);
    const receives = service.receives.bind(service);
    service.receives = async (definition, data, options) => {
      await noteEnd({ database, objects }, definition, data);
      await receives(definition, data, options);
    };
    const make = (id: string) =>
      createInstitution(database, { id: `${id}-${randomBytes(5).toString('hex')}`, contacts: 40 });
    const [institution, other] = [await make('ours'), await make('theirs')];
    await service.app.listen(0, '127.0.0.1');
    const { port } = (service.app.getHttpServer() as Server).address() as AddressInfo;
    const targets = await TargetsStandIn.start(service, access);
    return new GatewayFixture(service, `http://127.0.0.1:${port}`, institution, other, targets);
  }

  get database(): WholeDatabase {
    return this.service.app.get<WholeDatabase>(Database);
  }

  get store(): ObjectStore {
    return this.service.app.get(ObjectStore);
  }

  async ask(
    method: string,
    path: string,
    { as = 'admin', of = this.institution, body, form, headers = {} }: Ask = {},
  ): Promise<Answered> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(as === 'nobody' ? {} : { authorization: `Bearer ${of.keys[as]}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(form
        ? { body: form }
        : body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  }

  get(path: string, ask: Ask = {}): Promise<Answered> {
    return this.ask('GET', path, ask);
  }

  post(path: string, body: unknown, ask: Ask = {}): Promise<Answered> {
    return this.ask('POST', path, { ...ask, body });
  }

  /** A form with the fields first and the file last. */
  upload(fields: Record<string, string>, file: Blob | string, ask: Ask & { name?: string } = {}): Promise<Answered> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', typeof file === 'string' ? new Blob([file]) : file, ask.name ?? 'contacts.csv');
    return this.ask('POST', '/v1/imports', { as: 'operator', ...ask, form });
  }

  /** A message of which nothing is written down. */
  hearsForged<D extends EventDefinition>(definition: D, data: EventData<D>): Promise<void> {
    const headers = { 'event-id': definition.id(data) };
    return this.service.receivesRaw(definition.topic, JSON.stringify(data), { key: definition.key(data), headers });
  }

  /** What whoever says this has written down before. */
  notes(definition: EventDefinition, data: EventData<EventDefinition>): Promise<void> {
    return noteEnd({ database: this.database, objects: this.store }, definition, data);
  }

  /** The import that was asked for last, as whoever hears of it finds it on record. */
  async askedLast(): Promise<ImportJobDocument | undefined> {
    const _id = this.service.published(importRequested).at(-1)?.importId ?? '';
    return (await this.database.jobs.findOne<ImportJobDocument>({ _id })) ?? undefined;
  }

  /** What users have wanted saved of targets and definitions, as whoever hears of it finds it on record. */
  async commands(): Promise<SaveRequestDocument[]> {
    const said = [targetSaveRequested, definitionSaveRequested].flatMap((definition) =>
      this.service.published<EventDefinition>(definition).map((data) => (data as { requestId: string }).requestId),
    );
    const found = await this.database.requests.find({ _id: { $in: said } }).toArray();
    return said.flatMap((requestId) => found.find(({ _id }) => _id === requestId) ?? []);
  }

  async close(): Promise<void> {
    await this.targets.stop();
    const { database } = this;
    await database.dropDatabase();
    await this.service.close();
  }
}
