import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { GatewayConfig } from '../config.js';
import { credentialIn } from './credential.js';
import { CredentialsService } from './credentials.service.js';
import { requireRole, type Principal } from '../http/principal.js';
import { unauthorised } from '../http/problem.errors.js';
import { setContext } from '../http/request-context.js';
import { ROUTE, type RouteDefinition } from '../http/route.js';
import { requireOwnPage } from './same-origin.js';

/** Who asks, and may they? */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly credentials: CredentialsService,
    private readonly config: GatewayConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const route = this.reflector.get<RouteDefinition | undefined>(ROUTE, context.getHandler());
    if (!route) return true;
    const request = context.switchToHttp().getRequest<Request>();
    if (route.role === 'none') {
      setContext(request, { route });
      return true;
    }
    const principal = await this.identify(request);
    if (principal.via === 'cookie') requireOwnPage(request, this.config.PUBLIC_URL);
    requireRole(principal, route.role);
    setContext(request, { route, principal });
    return true;
  }

  private async identify(request: Request): Promise<Principal> {
    const credential = credentialIn(request.headers, this.config.PUBLIC_URL);
    if (!credential) throw unauthorised('Please send an API key as bearer token, or sign in.');
    return this.credentials.holderOf(credential, new Date());
  }
}
