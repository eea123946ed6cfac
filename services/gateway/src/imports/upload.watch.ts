import type { IncomingMessage } from 'node:http';
import { sentence } from '@roundtrip/words';
import { Problem } from '../http/problem.errors.js';

/** Less than this in the time that a client has is no progress: a byte a second would keep an upload open for an hour. */
const PROGRESS_BYTES = 16 * 1024;

/** Sees to it that an upload which does not go on comes to an end. */
export class UploadWatch {
  private timer: NodeJS.Timeout | undefined;
  private readonly closed = (): void => {
    // Also when all of it had arrived: Node drops what nobody has read by then.
    if (!this.request.readableEnded) this.lose?.(new Problem(400, 'UPLOAD_ABORTED', sentence('upload-cut-off')));
  };
  private lose?: (error: Problem) => void;

  /** @param slowMs in which 16 kB have to arrive, or after the last of them our own stores to be done */
  constructor(
    private readonly request: IncomingMessage,
    private readonly slowMs: number,
  ) {}

  /** Tells of a client that has gone away, stands still or crawls. */
  onLost(lose: (error: Problem) => void): void {
    this.lose = lose;
    const { request } = this;
    request.once('close', this.closed);
    // While it waited for its turn nobody listened, and it closes once.
    if (request.destroyed) this.closed();
    let mark = { bytes: request.socket.bytesRead, complete: request.complete, at: Date.now() };
    this.timer = setInterval(() => {
      const now = { bytes: request.socket.bytesRead, complete: request.complete, at: Date.now() };
      if (now.bytes - mark.bytes >= PROGRESS_BYTES || now.complete !== mark.complete) mark = now;
      if (now.at - mark.at > this.slowMs) {
        lose(
          new Problem(408, 'UPLOAD_STALLED', sentence('upload-stalled'), {
            headers: { Connection: 'close' },
          }),
        );
      }
    }, this.slowMs / 8);
    this.timer.unref();
  }

  end(): void {
    clearInterval(this.timer);
    this.request.off('close', this.closed);
  }
}
