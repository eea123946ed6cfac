import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { language } from '@roundtrip/contracts';
import { signInCookie, signInCookieIn } from './sign-in-cookie.js';
import { providerBody, signInProblems } from './sign-in.schemas.js';
import { SignInService } from './sign-in.service.js';
import { Provider } from './provider.js';
import { sessionCookie, signToken } from '../auth/session-cookie.js';
import { GatewayConfig } from '../config.js';
import { Answer } from '../http/answer.js';
import { networkOf } from '../http/network-of.js';
import { languageAsked } from '../http/language.js';
import { Input } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { SessionEnds } from '../session/session-ends.service.js';

const shared = { tag: 'Session', method: 'get', role: 'none' } as const;

export const getSignInProvider = route({
  ...shared,
  operation: 'getSignInProvider',
  path: '/v1/session/provider',
  summary: 'By whom people sign in here.',
  answers: { 200: { description: 'The provider, or that there is none.', schema: providerBody } },
});

export const startSignIn = route({
  ...shared,
  operation: 'startSignIn',
  path: '/v1/session/start',
  summary: 'Sign in by the provider: for browsers, which go there and come back.',
  query: z.object({
    returnTo: z.string().max(1_200).optional().describe('A page of the console with its query; else the first page'),
    institution: z.string().max(100).optional().describe('institutionId, for who belongs to several'),
    prompt: z
      .enum(['select_account'])
      .optional()
      .describe('Ask who it is, also where the provider knows somebody already'),
    login_hint: z.string().max(200).optional().describe('Who wants to sign in, where that is known'),
    language: language.optional().describe('Of the page that leads here: a browser sends its own with a link'),
  }),
  answers: {
    302: { description: 'Where the provider lets people sign in.', headers: { Location: 'Of the provider' } },
  },
  problems: { 404: ['PROVIDER_UNKNOWN'], 429: ['TOO_MANY_SIGN_INS'] },
});

export const endSignIn = route({
  ...shared,
  operation: 'endSignIn',
  path: '/v1/session/callback',
  summary: 'Where the provider sends a browser back to.',
  description: `Ends on the page that was asked for with a session, or on the page of the sign-in with the reason: ${signInProblems.join(', ')}.`,
  answers: {
    303: { description: 'A page of the console.', headers: { Location: 'The page', 'Set-Cookie': 'The session' } },
  },
  problems: { 429: ['TOO_MANY_SIGN_INS'] },
});

@Controller()
export class SignInController {
  constructor(
    private readonly provider: Provider,
    private readonly service: SignInService,
    private readonly ends: SessionEnds,
    private readonly config: GatewayConfig,
  ) {}

  @Serves(getSignInProvider)
  describe(): z.output<typeof providerBody> {
    return { available: this.provider.isConfigured, name: this.provider.name };
  }

  @Serves(startSignIn)
  async start(@Input() input: RouteInput<typeof startSignIn>, @Req() request: Request): Promise<Answer> {
    const { login_hint: loginHint, prompt, language: ofPage = languageAsked(request), ...wanted } = input.query;
    const { to, browser } = await this.service.begin(
      { ...wanted, loginHint, language: ofPage, choosesAccount: prompt !== undefined },
      new Date(),
    );
    const cookie = browser && signInCookie(this.config.PUBLIC_URL, browser.value, browser.expiresAt);
    return new Answer(302, undefined, { Location: to, ...(cookie !== undefined && { 'Set-Cookie': cookie }) });
  }

  @Serves(endSignIn)
  async end(@Req() request: Request): Promise<Answer> {
    const { PUBLIC_URL, SESSION_SECRET } = this.config;
    const query = request.originalUrl.slice(request.path.length);
    const browser = signInCookieIn(request.headers, PUBLIC_URL);
    const { to, session } = await this.service.end(query, browser, new Date(), networkOf(request.ip));
    const over = signInCookie(PUBLIC_URL);
    if (!session) return new Answer(303, undefined, { Location: to, 'Set-Cookie': over });
    // Its cookie is about to be replaced: nobody could end it any more.
    await this.ends.endThatOf(request);
    const { token, expiresAt } = session;
    const value = signToken(token, SESSION_SECRET);
    return new Answer(303, undefined, {
      Location: to,
      'Set-Cookie': [over, sessionCookie(PUBLIC_URL, { value, expiresAt })],
    });
  }
}
