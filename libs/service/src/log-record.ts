/** Names that may stand in a log record: ids, counts, states, places. Whatever else an object holds is dropped. */
const allowed = new Set(
  `service instance port metricsPort host broker groupId topic partition offset dependency signal
   eventId correlationId causationId requestId jobId importId templateId targetId keyId
   institution role dataType action kind state outcome code status method route
   chunk chunks line lines linesDone linesTotal linesRejected count parts attempt
   sizeBytes durationMs waitedMs rowsPerSecond rssBytes bucket objectKey errorName stack`.split(/\s+/),
);

/** A last net under free text: no address is ever wanted in a log. */
const address = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g;
const longestText = 2_000;

export const cleanText = (text: string): string => text.replace(address, '[address]').slice(0, longestText);

/** The allowed fields with plain values, of one object. */
export function cleanFields(fields: object): Record<string, string | number | boolean> {
  const clean: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (!allowed.has(name)) continue;
    if (typeof value === 'string') clean[name] = cleanText(value);
    else if (typeof value === 'number' || typeof value === 'boolean') clean[name] = value;
  }
  return clean;
}

/** Class, code and place of an error. Its text stays out: foreign errors quote the data that they fail on. */
export function cleanError(error: Error): { message: string; stack?: string } {
  const code: unknown = 'code' in error ? error.code : undefined;
  const message = typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
  const stack = stackOf(error);
  return stack === undefined ? { message } : { message, stack };
}

/** Where it happened, without the error's text, which may quote data. */
export function stackOf(error: unknown): string | undefined {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const frames = lines.filter((line) => /^\s+at /.test(line)).slice(0, 8);
  return frames.length === 0 ? undefined : frames.join('\n');
}
