import { z } from 'zod';

export const providerBody = z
  .object({
    available: z.boolean().describe('Whether people can sign in by a provider'),
    name: z.string().nullable().describe('What people call it'),
  })
  .meta({ id: 'SignInProvider' });

/** Why somebody who came back from the provider was not let in; the page of the sign-in says it in words. */
export const signInProblems = [
  'SIGN_IN_EXPIRED',
  'SIGN_IN_DENIED',
  'SIGN_IN_FAILED',
  'SIGN_IN_NO_INSTITUTION',
  'SIGN_IN_NO_ROLE',
  'PROVIDER_UNAVAILABLE',
] as const;
export type SignInProblem = (typeof signInProblems)[number];

export const signOutBody = z
  .object({ signOutAt: z.url().describe('Where the browser should go to sign out of the provider, too') })
  .meta({ id: 'SignOut' });
