import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Person } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import type { Note } from '../shell/saved-note.js';
import { useWords } from '../words/language.js';

interface EndPersonDialogProps {
  person: Person;
  name: string;
  onEnded: (note: Note) => void;
  onClose: () => void;
}

export function EndPersonDialog({ person, name, onEnded, onClose }: EndPersonDialogProps) {
  const words = useWords();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => api.delete(`/v1/people/${encodeURIComponent(person.personId)}/sessions`),
    onSuccess: async () => {
      onEnded({ text: ({ settings }) => settings.sessionsEnded({ name }) });
      onClose();
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
      <Text>{words.people.endText}</Text>
    </ConfirmDialog>
  );
}
