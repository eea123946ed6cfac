import { KafkaProblem } from '@roundtrip/kafka';
import { StartProblem } from './connect-stores.js';

/** One sentence for the one who starts the service; a fault in our own code keeps its stack. */
export function describeStartProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? String(error.port) : 'HTTP_PORT';
    return `Port ${port} is taken: stop what listens there or set HTTP_PORT.`;
  }
  if (error instanceof StartProblem || error instanceof KafkaProblem) return error.message;
  return error.stack ?? error.message;
}
