import { Injectable } from '@nestjs/common';

export type ConsumerState = 'starting' | 'joined' | 'away' | 'crashed' | 'stopped';

/** Whether this process takes part in its consumer group; what readiness follows. */
@Injectable()
export class ConsumerHealth {
  private current: ConsumerState = 'starting';

  get state(): ConsumerState {
    return this.current;
  }

  get ready(): boolean {
    return this.current === 'joined';
  }

  /** Nothing leads out of a crash for good. */
  become(state: ConsumerState): void {
    if (this.current !== 'crashed') this.current = state;
  }
}
