import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Role, roles } from '@roundtrip/contracts/words';
import { useState } from 'react';
import type { ApiKeyRequest, NewApiKey } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { inputProblems } from '../api/input-problems.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import { useFocusBack } from '../shell/use-focus-back.js';
import { useWords } from '../words/language.js';
import { useSaid } from '../words/use-said.js';
import { ShownKey } from './shown-key.js';

const lifetimes = ['30', '90', '365', '1095'] as const;

/** Asks for a name and a role, makes the key, and shows it: once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const client = useQueryClient();
  // Two dialogs follow each other here: what opened the first is where the second leads back to.
  useFocusBack();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const [days, setDays] = useState('365');
  const make = useMutation({
    mutationFn: () =>
      api.post<NewApiKey>('/v1/api-keys', {
        name: name.trim(),
        role,
        expiresInDays: Number(days),
      } satisfies ApiKeyRequest),
    onSuccess: () => client.invalidateQueries({ queryKey: ['/v1/api-keys'] }),
    // The key is in no memory once this dialog is gone.
    gcTime: 0,
  });
  const { at, rest } = inputProblems(useSaid(make.error), ['/name', '/role']);
  if (make.data) return <ShownKey made={make.data} onClose={onClose} />;
  return (
    <ConfirmDialog
      title={words.settings.newKey}
      confirm={words.settings.makeKey}
      busy={make.isPending}
      problem={rest}
      onConfirm={() => make.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={words.settings.keyName}
        description={words.settings.keyNameHint}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={at('/name')}
        data-autofocus
        required
      />
      <Radio.Group label={words.settings.role} value={role} onChange={setRole} error={at('/role')}>
        <Stack gap="xs" my={6}>
          {roles.map((one) => (
            <Radio key={one} value={one} label={words.roles[one]} description={words.roleMeans[one]} />
          ))}
        </Stack>
      </Radio.Group>
      <NativeSelect
        label={words.settings.lifetime}
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
        data={lifetimes.map((value) => ({ value, label: words.settings.lifetimes[value] }))}
      />
    </ConfirmDialog>
  );
}
