import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  type EventData,
  mailFailed,
  mailSent,
  templateCompleted,
  templateFileKey,
  updateFailed,
} from '@roundtrip/contracts';
import { metrics } from '@roundtrip/service';
import { ScriptedSmtpServer } from '@roundtrip/test-kit';
import { NotificationsFixture } from './notifications-fixture.js';

let server: ScriptedSmtpServer;
let fixture: NotificationsFixture;
/** An import that ended in this moment, for whose end a mail was asked. */
let failed: EventData<typeof updateFailed>;

async function start(env: Record<string, string> = {}): Promise<void> {
  fixture = await NotificationsFixture.start({ SMTP_URL: server.url, ...env });
  const { institution } = fixture;
  failed = {
    importId: await fixture.importJob(),
    institution,
    code: 'X',
    detail: '-',
    failedAt: new Date().toISOString(),
  };
}
beforeEach(async () => {
  server = await ScriptedSmtpServer.start();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await fixture.close();
  await server.close();
});

const messageIds = () => server.mails.map(({ message }) => /^Message-ID:\s*(\S+)/im.exec(message)?.[1]);

describe('a mail server that is not there for a moment', () => {
  it.each([
    ['greets with 421', 'CONNECT', '421 busy'],
    ['drops the connection', 'CONNECT', 'drop'],
    ['is silent', 'CONNECT', 'hang'],
    ['is silent in the middle', 'DATA', 'hang'],
    ['has no room for the moment', 'MAIL', '452 no space'],
    ['defers the mailbox', 'RCPT', '450 4.2.1 greylisted'],
    ['does not take the text yet', 'MESSAGE', '451 later'],
  ] as const)('gets the mail later when it %s', async (_, command, answer) => {
    await start({ SMTP_TIMEOUT_MS: '200' });
    server.script(command, answer, answer);
    await fixture.service.receives(updateFailed, failed);
    expect(server.mails.map(({ to }) => to)).toEqual([[`<${fixture.address}>`]]);
    expect(fixture.service.published(mailSent)).toHaveLength(1);
    expect(fixture.service.deadLetters()).toEqual([]);
  });

  it('gets the mail when it is started again, however long that takes', async () => {
    await start();
    const { port } = new URL(server.url);
    await server.close();
    let over = false;
    const received = fixture.service.receives(updateFailed, failed).then(() => (over = true));
    // More tries than a poison message would get.
    await sleep(1_000);
    expect(over).toBe(false);

    server = await ScriptedSmtpServer.start(Number(port));
    await received;

    expect(server.mails).toHaveLength(1);
    expect(fixture.service.deadLetters()).toEqual([]);
  });

  it('may get a mail twice around a broken connection, but only with the same Message-ID', async () => {
    await start();
    server.script('MESSAGE', 'taken, but the answer is lost');
    await fixture.service.receives(updateFailed, failed);
    expect(messageIds()).toEqual(Array.from({ length: 2 }, () => `<${failed.importId}@roundtrip.roundtrip.example>`));
    expect(fixture.service.published(mailSent)).toHaveLength(1);
  });

  it('leaves the mail to another worker at once when the session is lost meanwhile', async () => {
    // Whoever waited for the silent connection would not be done before this test is.
    await start({ SMTP_TIMEOUT_MS: '600000' });
    server.script('CONNECT', 'hang');
    const session = new AbortController();
    const received = fixture.service.receives(updateFailed, failed, { signal: session.signal });
    while (server.connections === 0) await sleep(20);
    session.abort(new Error('the session is lost'));
    await expect(received).rejects.toThrow();
    await fixture.service.receives(updateFailed, failed);
    expect(server.mails).toHaveLength(1);
  });
});

describe('a mail server that refuses', () => {
  it.each([
    ['the mailbox', 'RCPT', '550 5.1.1 <officer> is unknown'],
    ['the text', 'MESSAGE', '554 5.7.1 spam'],
  ] as const)('%s for good is believed, and asked only once', async (_, command, answer) => {
    await start();
    metrics.mails.reset();
    server.script(command, answer);
    await fixture.service.receives(updateFailed, failed);
    await fixture.service.receives(updateFailed, failed);

    expect(await metrics.registry.metrics()).toContain('roundtrip_mails_total{outcome="refused"} 1\n');
    const [first, second] = fixture.service.published(mailFailed);
    const code = answer.split(' ').slice(0, 2).join(' ');
    expect(first).toMatchObject({
      jobId: failed.importId,
      kind: 'import-finished',
      reason: expect.stringContaining(code),
    });
    expect(first?.reason).not.toContain('officer');
    expect(second).toEqual(first);
    expect(server.commands.filter((line) => line.startsWith('MAIL'))).toHaveLength(1);
    expect(await fixture.database.mails.findOne({ _id: failed.importId })).toMatchObject({ state: 'failed' });
    expect(fixture.service.deadLetters()).toEqual([]);
  });

  it('a mailbox for the moment, again and again, does not hold up other mails for ever', async () => {
    await start({ MAIL_RETRY_MAX_MINUTES: '0' });
    server.script('RCPT', '450 4.2.1 greylisted');
    await fixture.service.receives(updateFailed, failed);
    expect(fixture.service.published(mailFailed)).toHaveLength(1);
  });

  it('a large mail gets the link instead', async () => {
    await start();
    const templateId = await fixture.templateJob();
    server.script('MESSAGE', '552 5.3.4 message too big');
    await fixture.service.receives(templateCompleted, await fixture.templateFile(templateId, randomBytes(2_000)));
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.message).toContain(`/templates/${templateId}`);
    expect(server.mails[0]?.message).not.toContain('application/zip');
    expect(fixture.service.published(mailSent)).toHaveLength(1);
  });
});

describe('an object store that fails while a mail is on its way', () => {
  it('never leaves half an attachment in a mail', async () => {
    await start();
    const templateId = await fixture.templateJob();
    const bytes = randomBytes(300_000);
    const completed = await fixture.templateFile(templateId, bytes);
    const { objects } = fixture;
    const get = objects.get.bind(objects);
    let broken = false;
    jest.spyOn(objects, 'get').mockImplementation(async (bucket, key) => {
      if (broken || key !== templateFileKey(templateId)) return get(bucket, key);
      broken = true;
      return Readable.from(breaking(bytes));
    });

    await fixture.service.receives(templateCompleted, completed);

    expect(server.commands.filter((line) => line === 'DATA')).toHaveLength(2);
    expect(server.mails).toHaveLength(1);
    const base64 = server.mails[0]?.message.replaceAll('\r\n', '') ?? '';
    expect(base64).toContain(bytes.toString('base64'));
  });
});

function* breaking(bytes: Buffer): Generator<Buffer> {
  yield bytes.subarray(0, 200_000);
  throw Object.assign(new Error('connection reset'), { code: 'ECONNRESET' });
}
