import { Injectable } from '@nestjs/common';
import { sentence } from '@roundtrip/words';
import { GatewayConfig } from '../config.js';
import { Answer } from './answer.js';
import { IdempotencyRepository, LOCK_MS } from './idempotency.repository.js';
import type { Principal } from './principal.js';
import { Problem } from './problem.errors.js';
import { problemOf } from './problem-of.js';
import { seal, unseal } from './sealed-text.js';

export type Claim =
  | {
      state: 'first';
      seed: string;
      keep(requestHash: string, answer: Answer): Promise<void>;
      fail(error: unknown): Promise<void>;
    }
  | { state: 'answered'; answerFor(requestHash: string): Answer };

/** "The same key and the same request: the first answer again." Kept for a day, for each API key by itself. */
@Injectable()
export class IdempotencyService {
  constructor(
    private readonly requests: IdempotencyRepository,
    private readonly config: GatewayConfig,
  ) {}

  /**
   * @param header of the request, if there is one
   * @param requestHash unless the request has to be read first
   * @throws Problem 400 for a key of a wrong form, 409 while the first request with this key is running, 422 for another request
   */
  async claim(principal: Principal, header: string | undefined, requestHash = ''): Promise<Claim | undefined> {
    if (header === undefined) return undefined;
    if (!/^[\x21-\x7e]{1,100}$/.test(header)) {
      throw new Problem(400, 'IDEMPOTENCY_KEY_INVALID', sentence('idempotency-key-invalid'));
    }
    const id = `${principal.institution}:${principal.id}:${header}`;
    const { mine, again, request } = await this.requests.claim(id, requestHash, new Date());
    if (requestHash !== '' && request.requestHash !== requestHash) throw reused();
    if (mine) return this.hold(id, request.seed, again);
    const { status, headers = {}, body = '' } = request;
    if (status === undefined) throw stillRunning();
    return {
      state: 'answered',
      answerFor: (hash) => {
        if (hash !== request.requestHash) throw reused();
        const text = unseal(body, this.config.SESSION_SECRET);
        return new Answer(status, text === '' ? undefined : JSON.parse(text), headers);
      },
    };
  }

  private hold(id: string, seed: string, again: boolean): Claim {
    const timer = setInterval(() => void this.requests.renew(id, new Date()).catch(() => undefined), LOCK_MS / 3);
    timer.unref();
    return {
      state: 'first',
      seed,
      keep: async (requestHash, { status, headers, body }) => {
        clearInterval(timer);
        const text = body === undefined ? '' : JSON.stringify(body);
        await this.requests.keep(id, { requestHash, status, headers, body: seal(text, this.config.SESSION_SECRET) });
      },
      fail: async (error) => {
        clearInterval(timer);
        // The error is the answer; a key that stays locked frees itself soon.
        const freed =
          again || mayHaveHadEffect(error) ? this.requests.unlock(id, new Date()) : this.requests.release(id);
        await freed.catch(() => undefined);
      },
    };
  }
}

/** After a fault on our side nobody knows: all, a part or nothing was done. */
const mayHaveHadEffect = (error: unknown): boolean => (problemOf(error)?.status ?? 500) >= 500;

const stillRunning = (): Problem =>
  new Problem(409, 'IDEMPOTENCY_KEY_IN_USE', sentence('idempotency-key-in-use'), {
    headers: { 'Retry-After': '2' },
  });

const reused = (): Problem => new Problem(422, 'IDEMPOTENCY_KEY_REUSED', sentence('idempotency-key-reused'));
