import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import { spanMaker, useSpanMaker } from './span-maker.js';
import type { TracingSettings } from './tracing-settings.js';

/** How long a process waits at its end until what it has traced is sent. */
const patienceMs = 3_000;

/**
 * From now on what is done for jobs is traced, when the settings want it; only then OpenTelemetry is loaded.
 *
 * @param exporter in the place of the one over HTTP, which reads its further variables (`OTEL_EXPORTER_OTLP_HEADERS` and so on) by itself
 */
export async function startTracing(
  service: string,
  settings: TracingSettings,
  { exporter, onProblem = () => {} }: { exporter?: SpanExporter; onProblem?: () => void } = {},
): Promise<void> {
  if (!exporter && !isWanted(settings)) return;
  const { createSpanMaker } = await import('./opentelemetry.js');
  useSpanMaker(createSpanMaker(service, settings, { exporter, onProblem }));
}

/** Sends what is not sent yet; who collects it may be away, and nobody waits for that long. */
export async function stopTracing(): Promise<void> {
  const maker = spanMaker();
  if (!maker) return;
  useSpanMaker(undefined);
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  await Promise.race([maker.stop().catch(() => {}), silence]);
  clearTimeout(timer);
}

const isWanted = (settings: TracingSettings): boolean =>
  settings.OTEL_SDK_DISABLED !== 'true' &&
  settings.OTEL_TRACES_EXPORTER !== 'none' &&
  [
    settings.OTEL_TRACES_EXPORTER,
    settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
  ].some((said) => said !== undefined);
