import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@roundtrip/contracts';
import { useState } from 'react';
import type { NewApiKey } from '../api/answers.js';
import { api } from '../api/client.js';
import { inputProblems } from '../api/input-problems.js';
import { apiText } from '../shell/api-words.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import { CopyButton } from '../shell/copy-button.js';
import { useFocusBack } from '../shell/use-focus-back.js';
import { useWords } from '../words/language.js';

const roles: readonly Role[] = ['viewer', 'editor', 'operator', 'admin'];

/** Asks for a name and a role, makes the key, and shows it: once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const client = useQueryClient();
  // Two dialogs follow each other here: what opened the first is where the second leads back to.
  useFocusBack();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const make = useMutation({
    mutationFn: () => api.post<NewApiKey>('/v1/api-keys', { name: name.trim(), role }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['/v1/api-keys'] }),
    // The key is in no memory once this dialog is gone.
    gcTime: 0,
  });
  const { at, rest } = inputProblems(make.error, ['/name', '/role']);
  if (make.data) return <NewKey made={make.data} onClose={onClose} />;
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
        error={apiText(at('/name'))}
        data-autofocus
        required
      />
      <Radio.Group label={words.settings.role} value={role} onChange={setRole} error={apiText(at('/role'))}>
        <Stack gap="xs" my={6}>
          {roles.map((one) => (
            <Radio key={one} value={one} label={words.roles[one]} description={words.roleMeans[one]} />
          ))}
        </Stack>
      </Radio.Group>
    </ConfirmDialog>
  );
}

/** Nothing but its button closes it: the key would be lost. */
function NewKey({ made, onClose }: { made: NewApiKey; onClose: () => void }) {
  const words = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.settings.keyMade(made.name)}
      centered
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Text>{words.settings.keyOnce}</Text>
        <TextInput
          label={words.settings.key}
          value={made.key}
          onFocus={(event) => event.currentTarget.select()}
          classNames={{ input: 'code' }}
          autoComplete="off"
          readOnly
          data-autofocus
        />
        <Group justify="space-between">
          <CopyButton text={made.key} label={words.settings.copyKey} />
          <Button onClick={onClose}>{words.settings.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
