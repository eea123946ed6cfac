import { Checkbox, List, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKey } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { useAll } from '../api/use-all.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import type { Note } from '../shell/saved-note.js';
import { useWords } from '../words/language.js';

interface RevokeDialogProps {
  apiKey: ApiKey;
  onRevoked: (note: Note) => void;
  onClose: () => void;
}

export function RevokeDialog({ apiKey, onRevoked, onClose }: RevokeDialogProps) {
  const words = useWords();
  const client = useQueryClient();
  const { keyId, name } = apiKey;
  const address = `/v1/api-keys/${encodeURIComponent(keyId)}`;
  const made = useAll<ApiKey>(`${address}/made`);
  const [withMade, setWithMade] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api.delete(withMade ? `${address}?withMade=true` : address),
    onSuccess: async () => {
      onRevoked({ text: ({ settings }) => settings.revoked({ name }) });
      onClose();
      await client.invalidateQueries({ queryKey: ['/v1/api-keys'] });
    },
  });
  return (
    <ConfirmDialog
      title={words.settings.revokeTitle({ name })}
      confirm={words.settings.revoke}
      colour="red"
      busy={revoke.isPending}
      problem={revoke.error ?? made.error}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      <Text>{words.settings.revokeText}</Text>
      {made.data !== undefined && made.data.length > 0 && (
        <>
          <Text>{words.settings.revokeMade}</Text>
          <List size="sm">
            {made.data.map((key) => (
              <List.Item key={key.keyId}>
                {key.name} · {words.roles[key.role]}
              </List.Item>
            ))}
          </List>
          <Checkbox
            label={words.settings.revokeMadeToo}
            checked={withMade}
            onChange={(event) => setWithMade(event.currentTarget.checked)}
          />
        </>
      )}
    </ConfirmDialog>
  );
}
