import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import type { Note } from '../shell/saved-note.js';
import { useWords } from '../words/language.js';

interface ErasePersonDialogProps {
  /** Address of the person. */
  path: string;
  name: string;
  onErased: (note: Note) => void;
  onClose: () => void;
}

export function ErasePersonDialog({ path, name, onErased, onClose }: ErasePersonDialogProps) {
  const words = useWords();
  const client = useQueryClient();
  const erase = useMutation({
    mutationFn: () => api.delete(path),
    onSuccess: async () => {
      onErased({ text: ({ people }) => people.isErased });
      onClose();
      await Promise.all(['/v1/people', '/v1/activities'].map((list) => client.invalidateQueries({ queryKey: [list] })));
    },
  });
  return (
    <ConfirmDialog
      title={words.people.eraseTitle({ name })}
      confirm={words.people.erase}
      colour="red"
      busy={erase.isPending}
      problem={erase.error}
      onConfirm={() => erase.mutate()}
      onClose={onClose}
    >
      <Text>{words.people.eraseGone}</Text>
      <Text>{words.people.eraseStays}</Text>
    </ConfirmDialog>
  );
}
