import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { Language } from '@roundtrip/contracts';
import { TookTooLong } from '@roundtrip/service';
import type { Response } from 'express';
import { map, type Observable, throwError, timeout } from 'rxjs';
import { Answer } from './answer.js';
import { contextOf } from './request-context.js';
import { ANSWER_MS } from './deadlines.js';

/** Puts status and headers of an answer on the response, and sees to it that there is one in time. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const known = contextOf(http.getRequest<object>());
    if (!known) return next.handle();
    const { route, language } = known;
    const response = http.getResponse<Response>();
    response.set('Cache-Control', 'no-store');
    const limitMs = route.timeLimitMs ?? ANSWER_MS;
    const answers =
      limitMs === 0 ? next.handle() : next.handle().pipe(timeout({ first: limitMs, with: () => throwError(late) }));
    return answers.pipe(map((result: unknown) => send(response, result, language)));
  }
}

const late = (): TookTooLong => new TookTooLong('the answer was not found in time');

function send(response: Response, result: unknown, language: Language): unknown {
  if (response.headersSent) return undefined;
  // A file speaks as its contents do.
  if (!(result instanceof StreamableFile)) response.set('Content-Language', language);
  if (!(result instanceof Answer)) {
    response.status(200);
    return result;
  }
  response.status(result.status).set(result.headers);
  return result.body;
}
