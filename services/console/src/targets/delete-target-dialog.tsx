import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { pages } from '@roundtrip/contracts/pages';
import type { Target } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import { useWords } from '../words/language.js';

export function DeleteTargetDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const words = useWords();
  const client = useQueryClient();
  const [, go] = useLocation();
  const remove = useMutation({
    mutationFn: () => api.delete(`/v1/targets/${target.targetId}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['/v1/targets'] });
      go(pages.targets);
    },
  });
  return (
    <ConfirmDialog
      title={words.targets.deleteTitle({ name: target.name })}
      confirm={words.common.delete}
      colour="red"
      busy={remove.isPending}
      problem={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Text>{words.targets.deleteText}</Text>
    </ConfirmDialog>
  );
}
