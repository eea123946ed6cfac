import type { IncomingMessage } from 'node:http';
import { Problem } from '../http/problem.errors.js';

const LOOK_MS = 5_000;
/** Longer than the object store may be silent, so that its silence is told as what it is. */
const SILENCE_MS = 45_000;
/** Sees to it that an upload which does not go on comes to an end. */
export class UploadWatch {
  private timer: NodeJS.Timeout | undefined;
  private readonly closed = (): void => {
    if (!this.request.complete) this.lose?.(new Problem(400, 'UPLOAD_ABORTED', 'The upload was cut off.'));
  };
  private lose?: (error: Problem) => void;

  constructor(private readonly request: IncomingMessage) {}

  /** Tells of a client that has gone away, or stands still. */
  onLost(lose: (error: Problem) => void): void {
    this.lose = lose;
    this.request.once('close', this.closed);
    let bytes = this.request.socket.bytesRead;
    let since = Date.now();
    this.timer = setInterval(() => {
      const now = this.request.socket.bytesRead;
      if (now !== bytes) since = Date.now();
      bytes = now;
      if (Date.now() - since > SILENCE_MS) {
        lose(new Problem(408, 'UPLOAD_STALLED', 'No more bytes arrived.', { headers: { Connection: 'close' } }));
      }
    }, LOOK_MS);
    this.timer.unref();
  }

  end(): void {
    clearInterval(this.timer);
    this.request.off('close', this.closed);
  }
}
