import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { from, lastValueFrom, type Observable, of } from 'rxjs';
import { Answer } from './answer.js';
import { IdempotencyService } from './idempotency.service.js';
import { contextOf } from './request-context.js';

/** Idempotency-Key for every POST with a JSON body or none; an upload sees to it by itself, as its file is part of the request. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly idempotency: IdempotencyService) {}

  async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const { route, principal, input } = contextOf(request) ?? {};
    if (!route || !principal || !input || route.method !== 'post' || route.multipart) return next.handle();
    const hash = createHash('sha256')
      .update(JSON.stringify([request.originalUrl, input.rawBody ?? null]))
      .digest('hex');
    const claim = await this.idempotency.claim(principal, request.get('idempotency-key'), hash);
    if (!claim) return next.handle();
    if (claim.state === 'answered') return of(claim.answerFor(hash));
    input.seedIds(claim.seed);
    // A promise goes on when nobody waits for it any more: what was begun is kept even if the answer came too late.
    const work = async (): Promise<unknown> => {
      try {
        const result = await lastValueFrom(next.handle(), { defaultValue: undefined });
        await claim.keep(hash, result instanceof Answer ? result : new Answer(200, result));
        return result;
      } catch (error) {
        await claim.fail(error);
        throw error;
      }
    };
    return from(work());
  }
}
