import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Import } from '../api/answers.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import { useWords } from '../words/language.js';
import { EmailInput } from './email-input.js';
import { useJobAction } from './use-job-action.js';

export function UndoDialog({ update, onClose }: { update: Import; onClose: () => void }) {
  const words = useWords();
  const [email, setEmail] = useState('');
  const undo = useJobAction(update.importId, 'undo', onClose);
  const applied = update.counts?.applied;
  return (
    <ConfirmDialog
      title={words.import.undoTitle}
      confirm={words.jobs.undo}
      colour="red"
      busy={undo.isPending}
      problem={undo.error}
      onConfirm={() => undo.mutate(email === '' ? {} : { email })}
      onClose={onClose}
    >
      <Text>{applied === undefined ? words.import.undoSome : words.import.undoText(applied)}</Text>
      <EmailInput description={words.upload.emailHint} value={email} onChange={setEmail} />
    </ConfirmDialog>
  );
}
