import { Injectable, Logger } from '@nestjs/common';
import { pages } from '@roundtrip/contracts/pages';
import { hashOfKey, randomCharacters } from '@roundtrip/database';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { Activities, type Doer } from '../activities/activities.service.js';
import { GatewayConfig } from '../config.js';
import { Problem } from '../http/problem.errors.js';
import { seal, unseal } from '../http/sealed-text.js';
import { PeopleRepository } from '../people/people.repository.js';
import { Memberships } from './memberships.service.js';
import { PersonSessions } from './person-sessions.service.js';
import { notConfigured, Provider, RefusedByProvider, type SignedIn } from './provider.js';
import { returnAddress } from './return-to.rules.js';
import type { SignInProblem } from './sign-in.schemas.js';
import { SignInsRepository } from './sign-ins.repository.js';

/** How long somebody may take at the provider. */
const LIFETIME_MS = 10 * 60_000;

interface Wanted {
  returnTo?: string | undefined;
  institution?: string | undefined;
  loginHint?: string | undefined;
  language?: string | undefined;
  /** Whoever the provider knows already is not taken unasked. */
  choosesAccount?: boolean;
}

/** Where a browser goes next, and with which session. */
export interface SignInEnd {
  to: string;
  session?: { token: string; expiresAt: Date };
}

/** The way to the provider and back. */
@Injectable()
export class SignInService {
  private readonly logger = new Logger(SignInService.name);

  constructor(
    private readonly provider: Provider,
    private readonly signIns: SignInsRepository,
    private readonly memberships: Memberships,
    private readonly people: PeopleRepository,
    private readonly sessions: PersonSessions,
    private readonly activities: Activities,
    private readonly config: GatewayConfig,
  ) {}

  /** @throws Problem 404 without a provider */
  async begin(wanted: Wanted, now: Date): Promise<{ to: string; browser?: { value: string; expiresAt: Date } }> {
    if (!this.provider.isConfigured) throw notConfigured();
    const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const returnTo = returnAddress(wanted.returnTo);
    try {
      const hints = {
        ...(wanted.loginHint !== undefined && { login: wanted.loginHint }),
        ...(wanted.language !== undefined && { language: wanted.language }),
        choosesAccount: wanted.choosesAccount ?? false,
      };
      const to = await this.provider.signInUrl(checks, hints);
      const browser = { value: randomCharacters(40), expiresAt: new Date(now.getTime() + LIFETIME_MS) };
      await this.signIns.begin(checks.state, {
        browser: hashOfKey(browser.value),
        nonce: checks.nonce,
        verifier: seal(checks.verifier, this.config.SESSION_SECRET),
        returnTo,
        ...(wanted.institution !== undefined && { institution: wanted.institution }),
        createdAt: now,
        expiresAt: browser.expiresAt,
      });
      return { to: to.href, browser };
    } catch (error) {
      if (!isAway(error)) throw error;
      return { to: problemPage('PROVIDER_UNAVAILABLE', { returnTo }) };
    }
  }

  /**
   * @param query as the browser came with it, with its `?`
   * @param browser what its cookie holds
   * @param address the network that it comes from
   */
  async end(query: string, browser: string, now: Date, address?: string): Promise<SignInEnd> {
    const { state = '' } = Object.fromEntries(new URLSearchParams(query));
    const began = await this.signIns.redeem(state, browser, now);
    if (!began) return { to: problemPage('SIGN_IN_EXPIRED') };
    const { nonce, returnTo, institution } = began;
    try {
      const verifier = unseal(began.verifier, this.config.SESSION_SECRET);
      return await this.letIn(
        await this.provider.redeem(query, { state, nonce, verifier }),
        { returnTo, institution, address },
        now,
      );
    } catch (error) {
      if (isAway(error)) return { to: problemPage('PROVIDER_UNAVAILABLE', { returnTo }) };
      if (isNotWritten(error)) return { to: problemPage('SIGN_IN_FAILED', { returnTo }) };
      if (!(error instanceof RefusedByProvider)) throw error;
      const problem = error.code === 'access_denied' ? 'SIGN_IN_DENIED' : 'SIGN_IN_FAILED';
      return { to: problemPage(problem, { returnTo }) };
    }
  }

  private async letIn(
    person: SignedIn,
    { returnTo, institution, address }: Pick<Wanted, 'returnTo' | 'institution'> & { address: string | undefined },
    now: Date,
  ): Promise<SignInEnd> {
    const theirs = await this.memberships.of(person);
    // Each institution sees who wanted in, with the groups: so they can be mapped.
    for (const { institutionId, role } of theirs) await this.people.noteSignIn(institutionId, person, role, now);
    const { personId, name } = person;
    const inside = (institutionId: string): Doer => ({
      institution: institutionId,
      type: 'person',
      id: personId,
      name,
      address,
    });
    const open = theirs.filter(({ role }) => role !== undefined);
    const chosen = open.find(({ institutionId }) => institutionId === institution) ?? open[0];
    if (!chosen) {
      const [first] = theirs;
      const problem = first ? 'SIGN_IN_NO_ROLE' : 'SIGN_IN_NO_INSTITUTION';
      this.logger.log({ message: 'Somebody was not let in', code: problem });
      const refusal = { kind: 'sign-in-refused' as const, result: 'refused' as const, details: { problem } };
      for (const { institutionId } of theirs) await this.activities.record(inside(institutionId), refusal);
      const toTheSignIn = { ...(returnTo !== undefined && { returnTo }), ...(first && { institution: first.name }) };
      return { to: problemPage(problem, toTheSignIn) };
    }
    const signIn = { kind: 'signed-in' as const, details: { by: 'provider' } };
    const session = await this.activities.recorded(inside(chosen.institutionId), signIn, () =>
      this.sessions.begin(chosen.institutionId, person, now),
    );
    const isChoice = open.length > 1 && chosen.institutionId !== institution;
    const to = returnTo ?? pages.jobs;
    return { to: isChoice ? withQuery(pages.chooseInstitution, { returnTo: to }) : to, session };
  }
}

const isAway = (error: unknown): boolean => error instanceof Problem && error.code === 'PROVIDER_UNAVAILABLE';

const isNotWritten = (error: unknown): boolean => error instanceof Problem && error.code === 'ACTIVITY_NOT_WRITTEN';

const problemPage = (problem: SignInProblem, more: Record<string, string> = {}): string =>
  withQuery(pages.signIn, { problem, ...more });

const withQuery = (page: string, query: Record<string, string>): string =>
  `${page}?${new URLSearchParams(query).toString()}`;
