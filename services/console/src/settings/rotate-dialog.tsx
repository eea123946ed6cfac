import { Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKey, NewApiKey, RotationRequest } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { useMe } from '../session/session.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import { useFocusBack } from '../shell/use-focus-back.js';
import { useWords } from '../words/language.js';
import { ShownKey } from './shown-key.js';

const choices = ['0', '24', '168', '720'] as const;

/** Asks how long the old key goes on, makes the new one, and shows it: once. */
export function RotateDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const words = useWords();
  const client = useQueryClient();
  useFocusBack();
  const { keyId, name } = apiKey;
  // Whose key ended at once would be signed out before she has copied the new one.
  const isOwn = useMe().keyId === keyId;
  const [hours, setHours] = useState<(typeof choices)[number]>('24');
  const rotate = useMutation({
    mutationFn: () =>
      api.post<NewApiKey>(`/v1/api-keys/${encodeURIComponent(keyId)}/rotate`, {
        endsInHours: Number(hours),
      } satisfies RotationRequest),
    onSuccess: () => client.invalidateQueries({ queryKey: ['/v1/api-keys'] }),
    // The key is in no memory once this dialog is gone.
    gcTime: 0,
  });
  if (rotate.data) return <ShownKey made={rotate.data} note={words.settings.rotated[hours]} onClose={onClose} />;
  return (
    <ConfirmDialog
      title={words.settings.rotateTitle({ name })}
      confirm={words.settings.makeKey}
      busy={rotate.isPending}
      problem={rotate.error}
      onConfirm={() => rotate.mutate()}
      onClose={onClose}
    >
      <Text>{words.settings.rotateText}</Text>
      <Radio.Group label={words.settings.rotateEnd} value={hours} onChange={setHours}>
        <Stack gap="xs" my={6}>
          {choices
            .filter((one) => one !== '0' || !isOwn)
            .map((one) => (
              <Radio key={one} value={one} label={words.settings.rotateHours[one]} />
            ))}
        </Stack>
      </Radio.Group>
    </ConfirmDialog>
  );
}
