import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { sentence } from '@roundtrip/words';
import { GatewayConfig } from '../config.js';
import { credentialIn } from './credential.js';
import { CredentialsService, type Holder } from './credentials.service.js';
import { languageAsked, languageWanted } from '../http/language.js';
import { networkOf } from '../http/network-of.js';
import { requireRole } from '../http/principal.js';
import { unauthorised } from '../http/problem.errors.js';
import { setContext } from '../http/request-context.js';
import { ROUTE, type RouteDefinition } from '../http/route.js';
import { InstitutionLanguages } from '../institution/institution-languages.js';
import { requireOwnPage } from './same-origin.js';

/** Who asks, and may they? */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly credentials: CredentialsService,
    private readonly languages: InstitutionLanguages,
    private readonly config: GatewayConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const route = this.reflector.get<RouteDefinition | undefined>(ROUTE, context.getHandler());
    if (!route) return true;
    const request = context.switchToHttp().getRequest<Request>();
    setContext(request, { route, language: languageAsked(request) ?? 'en' });
    if (route.role === 'none') return true;
    const holder = await this.identify(request);
    const wanted = languageWanted(request, holder.chosenLanguage);
    const language = wanted ?? (await this.languages.of(holder.institution));
    const principal = { ...holder, language, address: networkOf(request.ip) };
    setContext(request, { route, principal, language });
    if (principal.via === 'cookie') requireOwnPage(request, this.config.PUBLIC_URL);
    requireRole(principal, route.role);
    return true;
  }

  private async identify(request: Request): Promise<Holder> {
    const credential = credentialIn(request.headers, this.config.PUBLIC_URL);
    if (!credential) throw unauthorised(sentence('key-needed'));
    return this.credentials.holderOf(credential, new Date());
  }
}
