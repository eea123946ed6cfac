import { clientAccess, kafkaAccess } from '@roundtrip/kafka';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { deadLetterTopic, templateRequested, templateResolved } from '@roundtrip/contracts';
import { connectDatabase, verifyChain, type WholeDatabase } from '@roundtrip/database';
import { ownDatabase } from '@roundtrip/test-kit';
import { type IHeaders, Kafka, logLevel, type Message } from 'kafkajs';
import { runCommand } from '../src/commands.js';

const access = kafkaAccess(process.env);
const kafka = new Kafka({ clientId: 'spec', ...clientAccess(access), logLevel: logLevel.NOTHING });
const producer = kafka.producer();
const mongoUrl = ownDatabase();

/** Everything that a topic holds, with keys and headers as text. */
async function messagesOf(topic: string): Promise<{ key: string; value: string; headers: Record<string, string> }[]> {
  const admin = kafka.admin();
  await admin.connect();
  const ends = new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, Number(high)]));
  await admin.disconnect();
  let open = [...ends.values()].reduce((sum, high) => sum + high, 0);
  const found: Awaited<ReturnType<typeof messagesOf>> = [];
  if (open === 0) return found;
  const consumer = kafka.consumer({ groupId: `spec-${randomBytes(6).toString('hex')}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve) => {
    const eachMessage = async ({ message: { key, value, headers = {} } }: { message: Message }): Promise<void> => {
      found.push({ key: String(key), value: String(value), headers: texts(headers) });
      if (--open === 0) resolve();
    };
    void consumer.run({ autoCommit: false, eachMessage });
  });
  await consumer.disconnect();
  return found;
}
const texts = (headers: IHeaders) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

describe('npm run dead-letters', () => {
  let database: WholeDatabase;
  let jobId: string;

  beforeAll(async () => {
    database = await connectDatabase(mongoUrl);
    await producer.connect();
  });
  afterAll(async () => {
    await producer.disconnect();
    await database.dropDatabase();
    await database.close();
  });
  beforeEach(() => {
    jobId = `tpl_${randomBytes(8).toString('hex')}`;
  });

  /** As libs/kafka sets it aside. @returns its id */
  const givenLetter = async (message: Partial<Message> = {}, more: Record<string, string> = {}): Promise<string> => {
    const [sent] = await producer.send({
      topic: deadLetterTopic('targets'),
      messages: [
        {
          key: jobId,
          value: JSON.stringify({ templateId: jobId, name: 'Jane Doe', email: 'jane@theatre.example' }),
          ...message,
          headers: {
            'event-id': `${jobId}:requested`,
            'correlation-id': 'correlation',
            producer: 'gateway',
            'origin-topic': templateRequested.topic,
            'origin-partition': '3',
            'origin-offset': '7',
            'set-aside-at': new Date().toISOString(),
            'reason-code': 'INTERNAL_ERROR',
            reason: 'TypeError',
            ...more,
          },
        },
      ],
    });
    return `targets:0:${sent?.baseOffset}`;
  };
  const run = async (...args: string[]): Promise<string> => {
    const lines: string[] = [];
    await runCommand(args, { ...process.env, MONGO_URL: mongoUrl }, (line) => lines.push(line));
    return lines.join('\n');
  };
  const linesAbout = async (id: string, ...args: string[]): Promise<string[]> =>
    (await run('list', ...args)).split('\n').filter((line) => line.startsWith(`${id} `));
  const givenJob = (state: string) =>
    database.jobs.insertOne({ _id: jobId, type: 'template', institution: 'i', state } as never);

  it('lists what is open, a line each, of all services or one', async () => {
    const id = await givenLetter();
    const [line, ...more] = await linesAbout(id);
    expect(more).toEqual([]);
    expect(line).toMatch(
      new RegExp(`^${id} .*20\\d\\d-.*Z .*${templateRequested.topic} .*${jobId} .*INTERNAL_ERROR: TypeError$`),
    );
    expect(await linesAbout(id, 'targets')).toEqual([line]);
    expect(await linesAbout(id, 'notifications')).toEqual([]);
  });

  it('shows one with its reason, origin, headers and payload, and nobody’s name or address', async () => {
    const shown = await run('show', await givenLetter());
    for (const part of [jobId, templateRequested.topic, 'INTERNAL_ERROR: TypeError', 'event-id', 'correlation']) {
      expect(shown).toContain(part);
    }
    expect(shown).not.toMatch(/jane|doe/i);
  });

  it('says one again where it came from, as it was, and only once', async () => {
    await givenJob('QUEUED');
    const value = JSON.stringify({ templateId: jobId, é: 1 });
    const id = await givenLetter({ value });
    const said = await run('replay', id);
    expect(said).toContain(`${id} is said again to ${templateRequested.topic}, which is read by targets.`);
    expect(said).toContain(`${jobId} is QUEUED: it goes on with this message.`);
    expect(await run('replay', id)).toMatch(/was replayed .* nothing is done/);

    const again = (await messagesOf(templateRequested.topic)).filter(({ key }) => key === jobId);
    expect(again).toEqual([
      {
        key: jobId,
        value,
        headers: {
          'event-id': `${jobId}:requested`,
          'correlation-id': 'correlation',
          producer: 'gateway',
          'replayed-from': id,
        },
      },
    ]);
    expect(await linesAbout(id)).toEqual([]);
    expect(await linesAbout(id, '--all')).toEqual([expect.stringContaining('replayed 20')]);
  });

  it('writes down in the record of the institution that it says one again, before it does, or says that it does not', async () => {
    await database.institutions.insertOne({ _id: 'theatre' } as never);
    const value = JSON.stringify({ institution: 'theatre', targetId: 'tgt_1' });
    const id = await givenLetter({ value, key: 'tgt_1' });
    expect(await run('replay', id)).not.toContain('record of activities');
    const [written, ...more] = await database.activities.find({ institution: 'theatre' }).toArray();
    expect(more).toEqual([]);
    expect(written).toMatchObject({
      actor: { type: 'operations', id: 'dead-letters' },
      kind: 'dead-letters-replayed',
      subject: { type: 'dead-letter', id },
      details: { service: 'targets', topic: templateRequested.topic },
    });
    expect(JSON.stringify(written)).not.toMatch(/jane|doe/i);
    const head = (await database.activityHeads.findOne({ _id: 'theatre' })) ?? undefined;
    expect(verifyChain('theatre', [written!], head)).toEqual([]);
    expect(await run('replay', await givenLetter())).toContain('It is not in the record of activities');
  });

  it('says all of a service again, bytes that are no text included', async () => {
    const value = Buffer.from([0xff, 0x00, 0xfe]);
    const ids = [await givenLetter({ value, key: null }), await givenLetter()];
    const other = await givenLetter({}, { 'origin-topic': templateResolved.topic });
    const said = await run('replay', '--all', 'targets');
    for (const id of [...ids, other]) expect(said).toContain(`${id} is said again`);
    for (const id of [...ids, other]) expect(await linesAbout(id, 'targets')).toEqual([]);
    const again = await run('replay', '--all', 'targets');
    for (const id of [...ids, other]) expect(again).not.toContain(id);
  });

  it('leaves one of a topic that is gone where it is, and goes on with the others', async () => {
    const [gone, other] = [await givenLetter({}, { 'origin-topic': 'gateway.gone.v1' }), await givenLetter()];
    const said = await run('replay', '--all', 'targets');
    expect(said).toContain(`${gone} stays: there is no topic gateway.gone.v1 any more.`);
    expect(said).toContain(`${other} is said again`);
    expect(await linesAbout(gone)).toHaveLength(1);
  });

  it('says of a job that has failed meanwhile that it stays so', async () => {
    await givenJob('FAILED');
    expect(await run('replay', await givenLetter())).toContain(`${jobId} is FAILED and stays FAILED`);
  });

  it('refuses what it does not know, in one sentence', async () => {
    await expect(run('list', 'nobody')).rejects.toThrow('There is no service "nobody"');
    await expect(run('show', 'targets:0:999999')).rejects.toThrow('There is no dead letter targets:0:999999');
    for (const args of [[], ['list', 'a', 'b'], ['forget', 'x'], ['replay'], ['list', '--what']]) {
      await expect(run(...args)).rejects.toThrow('Usage:');
    }
    await expect(runCommand(['list'], { ROUNDTRIP_HOME: '/nowhere' }, () => {})).rejects.toThrow('Set KAFKA_BROKERS');
    await expect(runCommand(['list'], { KAFKA_BROKERS: '127.0.0.1:9' }, () => {})).rejects.toThrow();
  });
});
