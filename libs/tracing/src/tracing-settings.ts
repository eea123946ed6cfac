export const tracesSamplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** The standard variables of OpenTelemetry that we read ourselves; its exporter reads further ones. */
export interface TracingSettings {
  OTEL_SDK_DISABLED?: 'true' | 'false' | undefined;
  OTEL_TRACES_EXPORTER?: 'otlp' | 'none' | undefined;
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?: string | undefined;
  OTEL_SERVICE_NAME?: string | undefined;
  OTEL_TRACES_SAMPLER?: (typeof tracesSamplers)[number] | undefined;
  /** The share of the jobs that is recorded, from 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG?: number | undefined;
}
