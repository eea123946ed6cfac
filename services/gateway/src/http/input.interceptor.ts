import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { readJsonBody } from './json-body.reader.js';
import { contextOf, setContext } from './request-context.js';
import { bodyBytesAtMost } from './route.js';
import { RouteInput } from './route-input.js';
import { requireStorable } from './storable.rules.js';

/** Reads what the request says, after it is known who asks. */
@Injectable()
export class InputInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const known = contextOf(request);
    if (!known) return next.handle();
    const { route } = known;
    requireStorable(request.params, 'name');
    const body = route.body ? await readJsonBody(request, bodyBytesAtMost(route)) : undefined;
    const input = new RouteInput(route, { ...request.params }, request.query, body, known.language);
    setContext(request, { ...known, input });
    return next.handle();
  }
}
