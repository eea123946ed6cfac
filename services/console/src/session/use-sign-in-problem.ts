import { usePathname, useSearch } from 'wouter/use-browser-location';
import { pages } from '@roundtrip/contracts/pages';
import type { SignInProblem } from '@roundtrip/gateway/api';
import { useWords } from '../words/language.js';

const LONGEST_NAME = 200;

/** Why somebody who comes back from the provider is not signed in, and what there is to do. @param provider what it is called */
export function useSignInProblem(provider: string): string | undefined {
  const { problems, yourInstitution } = useWords().signIn;
  const path = usePathname();
  const given = new URLSearchParams(useSearch());
  const problem = given.get('problem');
  if (path !== pages.signIn || problem === null) return undefined;
  const institution = given.get('institution')?.slice(0, LONGEST_NAME) ?? yourInstitution;
  const said: Record<SignInProblem, string> = {
    SIGN_IN_EXPIRED: problems.expired,
    SIGN_IN_DENIED: problems.denied({ name: provider }),
    SIGN_IN_FAILED: problems.failed({ name: provider }),
    SIGN_IN_NO_INSTITUTION: problems.noInstitution({ name: provider }),
    SIGN_IN_NO_ROLE: problems.noRole({ name: provider, institution }),
    PROVIDER_UNAVAILABLE: problems.providerAway({ name: provider }),
  };
  return Object.hasOwn(said, problem) ? said[problem as SignInProblem] : problems.failed({ name: provider });
}
