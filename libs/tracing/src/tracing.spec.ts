import { afterEach, describe, expect, it } from '@jest/globals';
import { defaultTextMapGetter, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { ExportResultCode, W3CTraceContextPropagator } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';
import {
  beginAbout,
  currentTraceId,
  isTracing,
  requestIsAbout,
  startTracing,
  stopTracing,
  traced,
  TracedRequest,
  traceOf,
  type TracingSettings,
} from './index.js';
import { readTraceparent, traceparentOf } from './trace-ids.js';

afterEach(() => stopTracing());

async function collect(settings: TracingSettings, work: () => Promise<void>): Promise<ReadableSpan[]> {
  const sent: ReadableSpan[] = [];
  const exporter: SpanExporter = {
    export(spans, done) {
      sent.push(...spans);
      done({ code: ExportResultCode.SUCCESS });
    },
    shutdown: async () => {},
  };
  await startTracing('gateway', settings, { exporter });
  await work();
  await stopTracing();
  return sent;
}

/** As a request that brings about a job, with something done for it. */
function request(jobId: string, { traceparent, isNew = true }: { traceparent?: string; isNew?: boolean } = {}) {
  const asked = new TracedRequest(traceparent);
  return asked.within(async () => {
    await Promise.resolve();
    requestIsAbout(jobId, isNew);
    await traced({ name: 'put uploads' }, async () => {});
    asked.end('POST /v1/imports', { 'http.response.status_code': 202 });
  });
}

const message = (jobId: string, traceparent?: string) => beginAbout(jobId, { name: 'deliver' }, traceparent)!;
const named = (spans: readonly ReadableSpan[], name: string): ReadableSpan => spans.find((span) => span.name === name)!;
const parentOf = (span: ReadableSpan): string | undefined => span.parentSpanContext?.spanId;

describe('nothing is traced', () => {
  it('unless it is said where to, or while it is said that nothing is', async () => {
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' };
    for (const settings of [
      {},
      { ...endpoint, OTEL_TRACES_EXPORTER: 'none' },
      { ...endpoint, OTEL_SDK_DISABLED: 'true' },
    ] as const) {
      await startTracing('gateway', settings);
      expect(isTracing()).toBe(false);
    }
    await startTracing('gateway', endpoint);
    expect(isTracing()).toBe(true);
  });

  it('and the work is done all the same', async () => {
    const seen: unknown[] = [];
    await new TracedRequest().within(async () => {
      requestIsAbout('imp_1', true);
      seen.push(await traced({ name: 'work' }, async () => currentTraceId()), beginAbout('imp_1', { name: 'deliver' }));
    });
    expect(seen).toEqual([undefined, undefined]);
  });
});

describe('a trace', () => {
  it('of a job has an id that follows from that of the job, and begins with its request', async () => {
    const spans = await collect({}, () => request('imp_1'));
    const { traceId, spanId } = traceOf('imp_1');
    const root = named(spans, 'POST /v1/imports');
    expect(root.spanContext()).toMatchObject({ traceId, spanId });
    expect(root.attributes).toEqual({ 'roundtrip.job.id': 'imp_1', 'http.response.status_code': 202 });
    expect(parentOf(root)).toBeUndefined();
    expect(parentOf(named(spans, 'put uploads'))).toBe(spanId);
    expect(traceOf('imp_2').traceId).not.toBe(traceId);
  });

  it('goes on with a message that tells of it, and where none does beneath the request', async () => {
    let publish = '';
    const spans = await collect({}, async () => {
      const published = message('imp_1');
      publish = readTraceparent(published.traceparent)!.spanId;
      published.end();
      const told = beginAbout('imp_1', { name: 'told' }, published.traceparent)!;
      await told.during(() => traced({ name: 'chunk' }, async () => {}));
      beginAbout('imp_1', { name: 'of a stranger' }, traceparentOf({ ...traceOf('imp_2'), isSampled: true }))!.end();
    });
    const { traceId, spanId: requestId } = traceOf('imp_1');
    expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([traceId]));
    expect(parentOf(named(spans, 'deliver'))).toBe(requestId);
    expect(parentOf(named(spans, 'told'))).toBe(publish);
    expect(parentOf(named(spans, 'chunk'))).toBe(named(spans, 'told').spanContext().spanId);
    expect(parentOf(named(spans, 'of a stranger'))).toBe(requestId);
  });

  it('does not run into that of a job whose turn comes by the end of another: it is linked', async () => {
    const spans = await collect({}, async () => {
      await message('imp_1').during(async () => beginAbout('imp_2', { name: 'publish' })!.end());
    });
    const publish = named(spans, 'publish');
    expect(publish.spanContext().traceId).toBe(traceOf('imp_2').traceId);
    expect(parentOf(publish)).toBe(traceOf('imp_2').spanId);
    expect(publish.links.map((link) => link.context.traceId)).toEqual([traceOf('imp_1').traceId]);
  });

  it('of a caller is linked, and decides nothing', async () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-00`;
    const spans = await collect({}, () => request('imp_1', { traceparent }));
    const root = named(spans, 'POST /v1/imports');
    expect(root.spanContext().traceId).toBe(traceOf('imp_1').traceId);
    expect(root.links.map((link) => link.context.traceId)).toEqual(['a'.repeat(32)]);
  });

  it('has one first request: one that asks the job to stop, or is sent again, is beneath it', async () => {
    const spans = await collect({}, () => request('imp_1', { isNew: false }));
    const { spanId } = traceOf('imp_1');
    const again = named(spans, 'POST /v1/imports');
    expect([parentOf(again), again.spanContext().spanId === spanId]).toEqual([spanId, false]);
  });

  it('does not begin with what nobody asked for', async () => {
    const spans = await collect({}, () => traced({ name: 'sweep' }, async () => {}));
    expect(spans).toEqual([]);
  });

  it('says of an error its code or its class, and not its text', async () => {
    const spans = await collect({}, async () => {
      for (const error of [new TypeError('anna@example.org'), Object.assign(new Error('Dupont'), { code: 11000 })])
        await expect(message('imp_1').during(() => Promise.reject(error))).rejects.toBe(error);
    });
    expect(spans.map((span) => span.attributes['error.type'])).toEqual(['TypeError', '11000']);
    expect(JSON.stringify(spans.map(({ attributes, events, status }) => [attributes, events, status]))).not.toMatch(
      /anna|Dupont/,
    );
  });

  it('has its id for logs, while it is worked on', async () => {
    const seen: unknown[] = [];
    await collect({}, async () => {
      seen.push(currentTraceId());
      await message('imp_1').during(async () => seen.push(currentTraceId()));
    });
    expect(seen).toEqual([undefined, traceOf('imp_1').traceId]);
  });
});

describe('a share of the jobs', () => {
  const ids = Array.from({ length: 400 }, (_, n) => `imp_${n}`);
  const half: TracingSettings = { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: 0.5 };
  const recorded = (spans: readonly ReadableSpan[]) =>
    new Set(spans.map((span) => span.attributes['roundtrip.job.id']));

  it('is the same for every process, with a message that tells of the trace or without', async () => {
    const told: string[] = [];
    const asked = await collect(half, async () => {
      for (const id of ids) await request(id);
    });
    const sweeping = await collect(half, async () => {
      for (const id of ids) {
        const published = message(id);
        told.push(published.traceparent);
        published.end();
      }
    });
    const all = await collect({}, async () => {
      for (const [n, id] of ids.entries()) message(id, told[n]).end();
    });
    const share = recorded(sweeping);
    expect(share.size).toBeGreaterThan(150);
    expect(share.size).toBeLessThan(250);
    expect(recorded(asked.filter(({ name }) => name !== 'put uploads'))).toEqual(share);
    expect(recorded(all)).toEqual(share);
  });
});

describe('a traceparent', () => {
  it('is written and read as OpenTelemetry does', () => {
    for (const isSampled of [true, false]) {
      const span = { ...traceOf('imp_1'), isSampled };
      const traceparent = traceparentOf(span);
      const read = new W3CTraceContextPropagator().extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter);
      const { traceId, spanId } = span;
      expect(trace.getSpanContext(read)).toMatchObject({ traceId, spanId, traceFlags: isSampled ? 1 : 0 });
      expect(readTraceparent(traceparent)).toEqual(span);
    }
  });

  it.each([
    undefined,
    '',
    'anna@example.org',
    `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`,
    `00-${'a'.repeat(32)}-${'0'.repeat(16)}-01`,
    `ff-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    `00-${'A'.repeat(32)}-${'b'.repeat(16)}-01`,
  ])('is none that is %s', (header) => {
    expect(readTraceparent(header)).toBeUndefined();
  });
});
