import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import type { Import } from '@roundtrip/gateway/api';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import { useWords } from '../words/language.js';
import { EmailInput } from './email-input.js';
import { useJobAction } from './use-job-action.js';

export function UndoDialog({ update, onClose }: { update: Import; onClose: () => void }) {
  const words = useWords();
  const [email, setEmail] = useState('');
  const [overwriteRefusals, setOverwriteRefusals] = useState(false);
  const mayOverwriteRefusals = useMay('admin');
  const undo = useJobAction(update.importId, 'undo', onClose);
  const applied = update.counts?.applied;
  const mayHoldRefusals = update.dataType === 'authorisations';
  return (
    <ConfirmDialog
      title={words.import.undoTitle}
      confirm={words.jobs.undo}
      colour="red"
      busy={undo.isPending}
      problem={undo.error}
      onConfirm={() => undo.mutate({ ...(overwriteRefusals && { overwriteRefusals }), ...(email !== '' && { email }) })}
      onClose={onClose}
    >
      <Text>
        {applied === undefined ? words.import.undoSome : words.import.undoText({ n: applied })}
        {mayHoldRefusals && !overwriteRefusals && ` ${words.import.undoKeepsRefusals}`}
      </Text>
      {mayHoldRefusals && mayOverwriteRefusals && (
        <Checkbox
          checked={overwriteRefusals}
          onChange={(event) => setOverwriteRefusals(event.currentTarget.checked)}
          label={words.import.undoRefusals}
          description={words.import.undoRefusalsHint}
        />
      )}
      <EmailInput description={words.upload.emailHint} value={email} onChange={setEmail} />
    </ConfirmDialog>
  );
}
