import { withTimeout } from '@roundtrip/service';

interface Waiting<T> {
  /** Resolves with undefined when nothing came in time. */
  within(ms: number): Promise<T | undefined>;
  forget(): void;
}

/** Who waits in this process for which outcome. An outcome that nobody waits for is somebody else's. */
export class WaitingRequests<T> {
  private readonly settlers = new Map<string, (outcome: T) => void>();

  /** From now on the outcome is noticed, even if it comes before anybody asks for it. */
  waitFor(requestId: string): Waiting<T> {
    const outcome = new Promise<T>((resolve) => this.settlers.set(requestId, resolve));
    return {
      within: (ms) => withTimeout(ms, outcome).catch(() => undefined),
      forget: () => void this.settlers.delete(requestId),
    };
  }

  settle(requestId: string, outcome: T): void {
    this.settlers.get(requestId)?.(outcome);
  }
}
