import { Button, Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { pages } from '@roundtrip/contracts/pages';
import type { SignOut } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { useMe } from '../session/session.js';
import { useInstitutionChange } from '../session/use-institution-change.js';
import { isAboutOneThing } from '../session/wanted-page.js';
import { useWords } from '../words/language.js';
import { forgetUnkeptChoice } from '../words/unkept-choice.js';
import { Preferences } from './preferences.js';
import styles from './shell.module.css';

/** Who is signed in, where, and how to leave. */
export function Person() {
  const words = useWords();
  const me = useMe();
  const client = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => api.delete<SignOut | undefined>('/v1/session'),
    onSuccess: (provider) => {
      client.clear();
      forgetUnkeptChoice();
      location.assign(provider?.signOutAt ?? '/');
    },
  });
  return (
    <Group gap="sm">
      <div className={styles.who}>
        {me.institutions.length > 1 ? (
          <InstitutionMenu />
        ) : (
          <Text size="sm" fw={600} truncate>
            {me.institution.name}
          </Text>
        )}
        <Text size="xs" c="dimmed" truncate>
          {me.name} · {words.roles[me.role]}
        </Text>
      </div>
      <Preferences />
      <Button size="xs" variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
        {words.common.signOut}
      </Button>
    </Group>
  );
}

/** A menu, not a list to select from: with those the arrow keys would change at once. */
function InstitutionMenu() {
  const words = useWords();
  const me = useMe();
  const [path, go] = useLocation();
  const change = useInstitutionChange(() => {
    if (isAboutOneThing(path)) go(pages.jobs);
  });
  const { institutionId: present, name: presentName } = me.institution;
  return (
    <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton
          className={styles.institution}
          aria-label={words.institutions.change({ name: presentName })}
          data-busy={change.isPending || undefined}
        >
          <span>{presentName}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {me.institutions.map(({ institutionId, name, role }) => (
          <Menu.Item
            key={institutionId}
            onClick={() => {
              if (institutionId !== present) change.mutate(institutionId);
            }}
            aria-current={institutionId === present}
          >
            {words.institutions.as({ name, role: words.roles[role] })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
