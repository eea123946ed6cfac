import type { IncomingMessage } from 'node:http';

const DRAIN_MS = 10_000;

/**
 * Lets pass what still comes of a request that was answered early, up to a time: without that, the client would often see a broken
 * connection and not our answer; without an end, it could go on for an hour.
 */
export function drain(request: IncomingMessage): void {
  if (request.complete) return;
  request.resume();
  const { socket } = request;
  setTimeout(() => {
    if (!request.complete) socket.destroy();
  }, DRAIN_MS).unref();
}
