import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import type { Note } from '../shell/saved-note.js';
import { useWords } from '../words/language.js';

interface EndSessionsDialogProps {
  /** Address of the key or the person. */
  path: string;
  name: string;
  /** What it means for those who are signed in. */
  text: string;
  onEnded: (note: Note) => void;
  onClose: () => void;
}

/** Of somebody else: of one's own it is a button of the page. */
export function EndSessionsDialog({ path, name, text, onEnded, onClose }: EndSessionsDialogProps) {
  const words = useWords();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => api.delete(`${path}/sessions`),
    onSuccess: async () => {
      onEnded({ text: ({ settings }) => settings.sessionsEnded({ name }) });
      onClose();
      // Of people it is shown how many they have.
      await client.invalidateQueries({ queryKey: ['/v1/people'] });
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
      <Text>{text}</Text>
    </ConfirmDialog>
  );
}
