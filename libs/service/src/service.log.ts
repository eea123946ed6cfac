import type { LoggerService } from '@nestjs/common';
import { currentTraceId } from '@roundtrip/tracing';
import { cleanError, cleanFields, cleanText } from './log-record.js';

const levels = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof levels)[number];

/** Classes of Nest that log each step of a start; runService logs why it failed. */
const talkative = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
  'NestMicroservice',
  'ExceptionHandler',
]);

/**
 * One JSON line a record, on standard output. It takes a text, or an object with `message` and fields from a fixed list
 * (log-record.ts), or an error; what is not on the list is dropped, so that personal data cannot get in by accident.
 */
export class ServiceLog implements LoggerService {
  private readonly least: number;

  constructor(
    private readonly service: string,
    level: Level,
    private readonly write: (line: string) => void = (line) => void process.stdout.write(line),
    private readonly now: () => Date = () => new Date(),
  ) {
    this.least = levels.indexOf(level);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.say('info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.say('error', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.say('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.say('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.say('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.say('debug', message, rest);
  }

  /** Nest gives the name of the class last; texts before it (a stack) are left out, objects are fields. */
  private say(level: Level, message: unknown, rest: unknown[]): void {
    const last = rest.at(-1);
    const importance = typeof last === 'string' && talkative.has(last) ? 0 : levels.indexOf(level);
    if (importance < this.least) return;
    const traceId = currentTraceId();
    const record = {
      time: this.now().toISOString(),
      level,
      service: this.service,
      ...(traceId !== undefined && { traceId }),
      ...(typeof last === 'string' && !last.includes('\n') && { context: cleanText(last) }),
      ...Object.assign({}, ...rest.map((part) => fieldsOf(part))),
      ...(typeof message === 'string' ? { message: cleanText(message) } : partOf(message)),
    };
    this.write(`${JSON.stringify(record)}\n`);
  }
}

/** What stands beside the message. */
function fieldsOf(part: unknown): Record<string, unknown> {
  if (!(part instanceof Error)) return partOf(part);
  const { message: error, ...place } = cleanError(part);
  return { error, ...place };
}

function partOf(part: unknown): Record<string, unknown> {
  if (part instanceof Error) return cleanError(part);
  if (typeof part !== 'object' || part === null) return {};
  const message = 'message' in part && typeof part.message === 'string' ? { message: cleanText(part.message) } : {};
  return { ...message, ...cleanFields(part) };
}
