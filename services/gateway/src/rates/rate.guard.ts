import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { contextOf } from '../http/request-context.js';
import type { RouteDefinition } from '../http/route.js';
import type { RateHeaders } from './rate.js';
import { credentialOf, Rates } from './rates.service.js';

const signIns = ['createSession', 'createSessionFromCode'];

/** Counts what is asked, once it is known who asks. Each answer says how much is left. */
@Injectable()
export class RateGuard implements CanActivate {
  constructor(private readonly rates: Rates) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const { route, principal } = contextOf(request) ?? {};
    if (!route) return true;
    const response = http.getResponse<Response>();
    if (signIns.includes(route.operation)) await this.watchSignIn(request, response);
    // Each leaves something behind, and nobody knows yet whose it is.
    if (route.operation === 'startSignIn') setHeaders(response, [await this.rates.signIns.take(request.ip ?? '')]);
    if (!principal) return true;
    const whose = credentialOf(principal);
    const asked = [await this.rates.requests.take(whose)];
    setHeaders(response, asked);
    if (isCountedPage(route, request)) setHeaders(response, [...asked, await this.rates.listPages.take(whose)]);
    return true;
  }

  /** Whoever has tried too many wrong keys is not let try another; who signs in with a right one is not counted. */
  private async watchSignIn(request: Request, response: Response): Promise<void> {
    const address = request.ip ?? '';
    await this.rates.failedSignIns.requireLeft(address);
    response.once('finish', () => {
      if ([401, 410].includes(response.statusCode)) void this.rates.failedSignIns.note(address);
    });
  }
}

/** A page of contacts, or of any other list one behind its first: people look at first pages, who copies needs the others. */
function isCountedPage({ operation, method, query }: RouteDefinition, request: Request): boolean {
  if (operation === 'listContacts') return true;
  const isList = method === 'get' && query !== undefined && 'cursor' in query.shape;
  return isList && request.query['cursor'] !== undefined;
}

function setHeaders(response: Response, all: readonly RateHeaders[]): void {
  for (const name of ['RateLimit', 'RateLimit-Policy'] as const) {
    response.set(name, all.map((headers) => headers[name]).join(', '));
  }
}
