import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useSearch } from 'wouter/use-browser-location';
import { pages } from '@roundtrip/contracts/pages';
import { ApiProblem } from './api/problem.js';
import { Pages } from './pages.js';
import { ChooseInstitution } from './session/choose-institution.js';
import { SessionGate } from './session/session-gate.js';
import { ended, meQuery } from './session/session.js';
import { wantedPage } from './session/wanted-page.js';
import { PageBoundary } from './shell/page-boundary.js';
import { Shell } from './shell/shell.js';
import { colours, theme } from './theme.js';
import { LanguageProvider, type LoadedLanguage } from './words/language.js';

/** Asked again when there was no answer, or the server is not well; never what was refused. */
const askAgain = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500);

function newQueryClient(): QueryClient {
  const onError = (error: Error): void => {
    if (error instanceof ApiProblem && error.status === 401) client.setQueryData(meQuery.queryKey, ended);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // That there is no network is said, not waited out in silence.
      queries: { networkMode: 'always', retry: askAgain, staleTime: 5_000 },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

interface AppProps {
  nonce: string;
  language: LoadedLanguage;
  linkedCode: string | undefined;
}

export function App({ nonce, language, linkedCode }: AppProps) {
  const [client] = useState(newQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <LanguageProvider first={language}>
        <PageBoundary>
          <QueryClientProvider client={client}>
            <SessionGate linkedCode={linkedCode}>
              <Switch>
                <Route path={pages.signIn} component={GoOn} />
                <Route path={pages.chooseInstitution} component={ChooseInstitution} />
                <Route>
                  <Shell>
                    <Pages />
                  </Shell>
                </Route>
              </Switch>
            </SessionGate>
          </QueryClientProvider>
        </PageBoundary>
      </LanguageProvider>
    </MantineProvider>
  );
}

/** Who is signed in has nothing to do on the page of the sign-in. */
const GoOn = () => <Redirect to={wantedPage(useSearch())} replace />;
