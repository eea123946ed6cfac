import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Sentence } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';
import { Problem } from '../http/problem.errors.js';

export interface RateOptions {
  /** In the RateLimit headers. */
  name: string;
  most: number;
  seconds: number;
  code: string;
  /** What was too much, as a sentence that says the limit. */
  says: Sentence;
}

/** Headers that say how much is left, as draft-ietf-httpapi-ratelimit-headers has them. */
export type RateHeaders = Record<'RateLimit' | 'RateLimit-Policy', string>;

/** So much within a time from the first, for each of those that it is asked for. Counted in this process. */
export class Rate {
  private readonly limiter: RateLimiterMemory;

  constructor(private readonly options: RateOptions) {
    const { name, most, seconds } = options;
    this.limiter = new RateLimiterMemory({ keyPrefix: name, points: most, duration: seconds });
  }

  /** @throws Problem 429 when it is more than may be */
  async take(whose: string, points = 1): Promise<RateHeaders> {
    try {
      return this.headers(await this.limiter.consume(whose, points));
    } catch (error) {
      if (error instanceof RateLimiterRes) throw this.tooMuch(error);
      throw error;
    }
  }

  /** @throws Problem 429 when what may be is used up; takes nothing */
  async requireLeft(whose: string): Promise<void> {
    const known = await this.limiter.get(whose);
    if (known && known.consumedPoints >= this.options.most) throw this.tooMuch(known);
  }

  /** Notes what has happened, also beyond what may. */
  async note(whose: string, points = 1): Promise<void> {
    if (points > 0) await this.limiter.penalty(whose, points);
  }

  private headers({ remainingPoints, msBeforeNext }: RateLimiterRes): RateHeaders {
    const { name, most, seconds } = this.options;
    return {
      RateLimit: `"${name}";r=${Math.max(0, remainingPoints)};t=${Math.ceil(msBeforeNext / 1000)}`,
      'RateLimit-Policy': `"${name}";q=${most};w=${seconds}`,
    };
  }

  private tooMuch(known: RateLimiterRes): Problem {
    const seconds = Math.max(1, Math.ceil(known.msBeforeNext / 1000));
    const { code, says } = this.options;
    return new Problem(429, code, [says, again(seconds)], {
      headers: { ...this.headers(known), 'Retry-After': String(seconds) },
    });
  }
}

const again = (seconds: number): Sentence =>
  seconds > 90
    ? sentence('again-in-minutes', { minutes: Math.ceil(seconds / 60) })
    : sentence('again-in-seconds', { seconds });
