import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { hashOfKey } from '@roundtrip/contacts';
import { CONFIG } from '@roundtrip/service';
import type { Request } from 'express';
import { ApiKeysRepository } from '../api-keys/api-keys.repository.js';
import type { Config } from '../config.js';
import { credentialIn } from '../session/credential.js';
import { readSession } from '../session/session-cookie.js';
import { demandRole, type Principal } from './principal.js';
import { Problem } from './problem.errors.js';
import { setContext } from './request-context.js';
import { ROUTE, type RouteDefinition } from './route.js';
import { isSameOrigin } from './same-origin.js';
import { within } from './within.js';

const LOOK_UP_MS = 6_000;

/** Who asks, and may they? The credential is looked up with every request: a deleted key is worth nothing at once. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeysRepository,
    @Inject(CONFIG) private readonly config: Config,
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
    if (principal.via === 'cookie' && !isSameOrigin(request, this.config.PUBLIC_URL)) {
      throw new Problem(
        403,
        'FORBIDDEN_ORIGIN',
        'With a session cookie, changes can only be made from the pages of this site.',
      );
    }
    demandRole(principal, route.role);
    setContext(request, { route, principal });
    return true;
  }

  private async identify(request: Request): Promise<Principal> {
    const credential = credentialIn(request.headers);
    if (!credential)
      throw unauthorised('Please send an API key as bearer token, or sign in.', 'Bearer realm="roundtrip"');
    const principal =
      credential.type === 'bearer'
        ? await this.ofKey(credential.value)
        : await this.ofCookie(credential.value, new Date());
    if (principal) return principal;
    const detail =
      credential.type === 'bearer' ? 'This API key is not known.' : 'The session has ended. Please sign in again.';
    throw unauthorised(detail, 'Bearer realm="roundtrip", error="invalid_token"');
  }

  private async ofKey(key: string): Promise<Principal | undefined> {
    const found = await within(LOOK_UP_MS, this.keys.findByHash(hashOfKey(key)));
    return (
      found && { institution: found.institution, keyId: found._id, name: found.name, role: found.role, via: 'bearer' }
    );
  }

  private async ofCookie(value: string, at: Date): Promise<Principal | undefined> {
    const session = readSession(value, this.config.SESSION_SECRET, at);
    if (!session) return undefined;
    const found = await within(LOOK_UP_MS, this.keys.find(session.keyId));
    if (!found) return undefined;
    const { institution, name, role } = found;
    return { institution, keyId: found._id, name, role, via: 'cookie', expiresAt: session.expiresAt };
  }
}

const unauthorised = (detail: string, challenge: string): Problem =>
  new Problem(401, 'UNAUTHORISED', detail, { headers: { 'WWW-Authenticate': challenge } });
