import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { templateCompleted, templateProgressed, templateStarted } from '@roundtrip/contracts';
import { GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';

interface LiveEvent {
  event: string;
  id: string;
  data: Json;
}

/** A reader of server-sent events. */
class Listener {
  readonly events: LiveEvent[] = [];
  ended = false;
  private readonly controller = new AbortController();

  private constructor(readonly headers: Headers) {}

  static async open(url: string, headers: Record<string, string>): Promise<Listener> {
    const controller = new AbortController();
    const response = await fetch(`${url}/v1/events`, { headers, signal: controller.signal });
    const listener = new Listener(response.headers);
    listener.controller.signal.addEventListener('abort', () => controller.abort());
    void listener.read(response.body as ReadableStream<Uint8Array>);
    return listener;
  }

  close(): void {
    this.controller.abort();
  }

  async until(found: (events: LiveEvent[]) => boolean, withinMs = 8_000): Promise<void> {
    const end = Date.now() + withinMs;
    while (!found(this.events)) {
      if (Date.now() > end)
        throw new Error(`not in ${JSON.stringify(this.events.map(({ id, data }) => [id, data.state]))}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop() as string;
        for (const block of blocks) {
          const fields = Object.fromEntries(
            block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
          );
          if (fields['data'])
            this.events.push({
              event: fields['event'] ?? '',
              id: fields['id'] ?? '',
              data: JSON.parse(fields['data']),
            });
        }
      }
    } catch {
      // Closed by us.
    }
    this.ended = true;
  }
}

describe('server-sent events', () => {
  let gateway: GatewayFixture;
  let open: Listener[] = [];

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  }, 90_000);
  afterEach(() => {
    for (const listener of open) listener.close();
    open = [];
  });
  afterAll(() => gateway.close());

  const listen = async (headers: Record<string, string> = {}, of = gateway.institution): Promise<Listener> => {
    const listener = await Listener.open(gateway.url, { authorization: `Bearer ${of.keys.viewer}`, ...headers });
    open.push(listener);
    return listener;
  };
  const request = async (of = gateway.institution): Promise<string> =>
    (
      await gateway.post(
        '/v1/templates',
        { dataType: 'criteria', targetId: of.targets[Object.keys(of.targets)[0] as string] },
        { of },
      )
    ).json.templateId;
  const about = (templateId: string) => (events: LiveEvent[]) =>
    events.filter(({ data }) => data.templateId === templateId);
  const states = (listener: Listener, templateId: string): string[] =>
    about(templateId)(listener.events).map(({ data }) => data.state);

  it('say where they begin, so that one which is lost before anything has changed can be continued', async () => {
    const greetingOf = async (last: Record<string, string> = {}): Promise<string> => {
      const headers = { authorization: `Bearer ${gateway.institution.keys.viewer}`, ...last };
      const stop = new AbortController();
      const { status, body } = await fetch(`${gateway.url}/v1/events`, { headers, signal: stop.signal });
      expect(status).toBe(200);
      const { value = '' } = await (body as ReadableStream<Uint8Array>)
        .pipeThrough(new TextDecoderStream())
        .getReader()
        .read();
      stop.abort();
      return value;
    };
    const before = Date.now();
    const [, place = '', time] = /^retry: 2000\nid: ((\d+)-imp_0)\n\n$/.exec(await greetingOf()) ?? [];
    expect(Number(time)).toBeGreaterThanOrEqual(before);
    expect(await greetingOf({ 'last-event-id': place })).toMatch(/^retry: 2000\n\n/);
  });

  it('tell of every change with the documents of the lists, to the institution alone', async () => {
    const [ours, theirs] = [await listen(), await listen({}, gateway.other)];
    expect(ours.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(ours.headers.get('cache-control')).toContain('no-transform');
    const templateId = await request();
    await ours.until((events) => about(templateId)(events).length === 1);
    await gateway.service.receives(templateStarted, {
      templateId,
      institution: gateway.institution.id,
      linesTotal: 40,
    });
    await ours.until((events) => about(templateId)(events).length === 2);
    expect(states(ours, templateId)).toEqual(['QUEUED', 'RUNNING']);
    const { event, data } = about(templateId)(ours.events)[1] as LiveEvent;
    const listed = (await gateway.get('/v1/templates')).json.items.find((one: Json) => one.templateId === templateId);
    expect([event, data]).toEqual(['template', listed]);
    await theirs.until(() => true);
    expect(theirs.events).toEqual([]);

    const upload = await gateway.upload({ dataType: 'criteria', action: 'check' }, 'CONTACT_NUMBER\r\n');
    await ours.until((events) =>
      events.some((one) => one.event === 'import' && one.data.importId === upload.json.importId),
    );
  });

  it('continue after the last event without loss', async () => {
    const first = await listen();
    const templateId = await request();
    await first.until((events) => about(templateId)(events).length === 1);
    const { id } = about(templateId)(first.events)[0] as LiveEvent;
    first.close();

    const others = await Promise.all([request(), request(), request()]);
    await gateway.service.receives(templateProgressed, {
      templateId,
      institution: gateway.institution.id,
      linesDone: 9,
      linesTotal: 40,
    });
    const second = await listen({ 'last-event-id': id });
    await second.until((events) => [...others, templateId].every((one) => about(one)(events).length > 0));
    expect(states(second, templateId)).toEqual(['RUNNING']);
    await gateway.service.receives(templateCompleted, {
      templateId,
      institution: gateway.institution.id,
      state: 'EMPTY',
      lines: 0,
      completedAt: new Date().toISOString(),
    });
    await second.until((events) => about(templateId)(events).length === 2);
    expect(states(second, templateId)).toEqual(['RUNNING', 'EMPTY']);
  });

  it('tell of a change that another gateway wrote late, under an older time', async () => {
    const listener = await listen();
    const marker = await request();
    await listener.until((events) => about(marker)(events).length === 1);
    const late = await request();
    await gateway.database.jobs.updateOne(
      { _id: late },
      { $set: { changedAt: new Date(Date.now() - 5_000), version: 7, state: 'RUNNING' } },
    );
    await listener.until((events) => about(late)(events).some(({ data }) => data.version === 7));
  });

  it('are refused with an id that is none of theirs', async () => {
    const answer = await gateway.get('/v1/events', { headers: { 'last-event-id': 'x' } });
    expect(answer.json).toMatchObject({ status: 400, code: 'EVENT_ID_INVALID' });
  });

  it('end when their key is deleted', async () => {
    const key = await gateway.post('/v1/api-keys', { name: 'Listener', role: 'viewer' });
    const listener = await listen({ authorization: `Bearer ${key.json.key}` });
    await gateway.ask('DELETE', `/v1/api-keys/${key.json.keyId}`);
    await listener.until(() => listener.ended);
  });

  it('end when their session is signed out', async () => {
    const { editor } = gateway.institution.keys;
    const session = await gateway.post('/v1/session', { key: editor }, { as: 'nobody' });
    const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] as string;
    const [signedIn, byKey] = [await Listener.open(gateway.url, { cookie }), await listen()];
    open.push(signedIn);
    await gateway.ask('DELETE', '/v1/session', { as: 'nobody', headers: { cookie } });
    await signedIn.until(() => signedIn.ended);
    expect(byKey.ended).toBe(false);
  });
});
