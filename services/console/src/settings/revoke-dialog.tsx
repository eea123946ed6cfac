import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiKey } from '../api/answers.js';
import { api } from '../api/client.js';
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
  const revoke = useMutation({
    mutationFn: () => api.delete(`/v1/api-keys/${encodeURIComponent(keyId)}`),
    onSuccess: async () => {
      onRevoked({ text: words.settings.revoked(name) });
      onClose();
      await client.invalidateQueries({ queryKey: ['/v1/api-keys'] });
    },
  });
  return (
    <ConfirmDialog
      title={words.settings.revokeTitle(name)}
      confirm={words.settings.revoke}
      colour="red"
      busy={revoke.isPending}
      problem={revoke.error}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      <Text>{words.settings.revokeText}</Text>
    </ConfirmDialog>
  );
}
