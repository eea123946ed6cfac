// The one file that loads OpenTelemetry itself, and is loaded only when something is to be traced.
import { context, diag, DiagLogLevel, ROOT_CONTEXT, SpanKind } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BasicTracerProvider,
  BatchSpanProcessor,
  type IdGenerator,
  ParentBasedSampler,
  RandomIdGenerator,
  type Sampler,
  SamplingDecision,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { SpanMaker } from './span-maker.js';
import type { TraceIds } from './trace-ids.js';
import type { TracingSettings } from './tracing-settings.js';

export function createSpanMaker(
  service: string,
  settings: TracingSettings,
  { exporter, onProblem }: { exporter: SpanExporter | undefined; onProblem: () => void },
): SpanMaker {
  // What it says may quote anything; that something is wrong is enough.
  const silent = (): void => {};
  diag.setLogger(
    { error: onProblem, warn: onProblem, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  const sampler = samplerOf(settings);
  const ids = new JobIds();
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.namespace': 'roundtrip', 'service.name': service }))
    .merge(detectResources({ detectors: [envDetector] }));
  const spanProcessors = [new BatchSpanProcessor(exporter ?? new OTLPTraceExporter())];
  const provider = new BasicTracerProvider({ sampler, resource, idGenerator: ids, spanProcessors });
  const tracer = provider.getTracer('roundtrip');
  return {
    start: (name, options, parent) => tracer.startSpan(name, options, parent),
    startRoot: (name, options, root) =>
      ids.with(root, () => tracer.startSpan(name, { ...options, root: true }, ROOT_CONTEXT)),
    isSampled: (traceId) =>
      sampler.shouldSample(ROOT_CONTEXT, traceId, '', SpanKind.INTERNAL, {}, []).decision ===
      SamplingDecision.RECORD_AND_SAMPLED,
    async stop() {
      await provider.shutdown();
      context.disable();
      diag.disable();
    },
  };
}

/** Random, but for the first span of a job's trace. */
class JobIds implements IdGenerator {
  private readonly random = new RandomIdGenerator();
  private root: TraceIds | undefined;

  with<T>(root: TraceIds, work: () => T): T {
    this.root = root;
    try {
      return work();
    } finally {
      this.root = undefined;
    }
  }

  generateTraceId(): string {
    return this.root?.traceId ?? this.random.generateTraceId();
  }

  generateSpanId(): string {
    return this.root?.spanId ?? this.random.generateSpanId();
  }
}

function samplerOf({
  OTEL_TRACES_SAMPLER: name = 'parentbased_always_on',
  OTEL_TRACES_SAMPLER_ARG: share = 1,
}: TracingSettings): Sampler {
  const [, isByParent, kind] = /^(parentbased_)?(.+)$/.exec(name) ?? [];
  const root =
    kind === 'traceidratio'
      ? new TraceIdRatioBasedSampler(share)
      : kind === 'always_off'
        ? new AlwaysOffSampler()
        : new AlwaysOnSampler();
  return isByParent ? new ParentBasedSampler({ root }) : root;
}
