import { Alert, Anchor, Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { usePathname, useSearch } from 'wouter/use-browser-location';
import { languageOfApi } from '../api/asked-language.js';
import { withQuery } from '../api/client.js';
import { Preferences } from '../shell/preferences.js';
import { Waiting } from '../shell/waiting.js';
import { useLanguage } from '../words/language.js';
import { KeyForm } from './key-form.js';
import { providerQuery } from './provider-query.js';
import styles from './sign-in.module.css';
import { useSignInProblem } from './use-sign-in-problem.js';
import { presentPage } from './wanted-page.js';

interface SignInProps {
  /** Why one has to sign in. */
  note: string | undefined;
  onSignedIn: () => void;
}

/** By the provider, where there is one, and by a key. */
export function SignIn({ note, onSignedIn }: SignInProps) {
  const { words, language } = useLanguage();
  const path = usePathname();
  const search = useSearch();
  const provider = useQuery(providerQuery);
  const name = provider.data?.name ?? words.signIn.provider;
  const problem = useSignInProblem(name);
  const start = (more: Record<string, string> = {}): string =>
    withQuery('/v1/session/start', {
      returnTo: presentPage(path, search),
      language: languageOfApi(language),
      ...more,
    });
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" w="100%" maw={440} shadow="sm">
        <Stack>
          <Title order={1}>Roundtrip</Title>
          <Text c="dimmed">{words.signIn.lead}</Text>
          {problem !== undefined && (
            <Alert color="red" variant="outline" title={words.signIn.notSignedIn} role="alert">
              {problem}
            </Alert>
          )}
          {note !== undefined && problem === undefined && <Alert color="yellow">{note}</Alert>}
          {provider.isPending && <Waiting />}
          {provider.data?.available === true && (
            <>
              <Button component="a" py={6} href={start()}>
                {words.signIn.with({ name })}
              </Button>
              {problem !== undefined && (
                <Anchor size="sm" href={start({ prompt: 'select_account' })}>
                  {words.signIn.asAnother}
                </Anchor>
              )}
              <details className={styles.byKey}>
                <summary>{words.signIn.byKey}</summary>
                <KeyForm onSignedIn={onSignedIn} />
              </details>
            </>
          )}
          {/* Who has a key gets in, whether or not it is known who else may. */}
          {!provider.isPending && provider.data?.available !== true && <KeyForm onSignedIn={onSignedIn} />}
          <Preferences />
        </Stack>
      </Paper>
    </Center>
  );
}
