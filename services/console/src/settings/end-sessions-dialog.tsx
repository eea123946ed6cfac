import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ApiKey } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import type { Note } from '../shell/saved-note.js';
import { useWords } from '../words/language.js';

interface EndSessionsDialogProps {
  apiKey: ApiKey;
  onEnded: (note: Note) => void;
  onClose: () => void;
}

/** Of somebody else's key: of one's own it is a button of the page. */
export function EndSessionsDialog({ apiKey, onEnded, onClose }: EndSessionsDialogProps) {
  const words = useWords();
  const { keyId, name } = apiKey;
  const end = useMutation({
    mutationFn: () => api.delete(`/v1/api-keys/${encodeURIComponent(keyId)}/sessions`),
    onSuccess: () => {
      onEnded({ text: ({ settings }) => settings.sessionsEnded({ name }) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={words.settings.endSessionsTitle({ name })}
      confirm={words.settings.endSessions}
      busy={end.isPending}
      problem={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <Text>{words.settings.endSessionsText}</Text>
    </ConfirmDialog>
  );
}
