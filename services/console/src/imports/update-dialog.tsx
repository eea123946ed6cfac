import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Import } from '@roundtrip/gateway/api';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import { useWords } from '../words/language.js';
import { type Conflicts, ConflictsInput } from './conflicts-input.js';
import { EmailInput } from './email-input.js';
import { useJobAction } from './use-job-action.js';

/** An update with the file of a check. */
export function UpdateDialog({ check, onClose }: { check: Import; onClose: () => void }) {
  const words = useWords();
  const [email, setEmail] = useState('');
  const mayOverwriteRefusals = useMay('admin');
  const { onConflict } = check;
  // What an administrator has checked is no permission for others.
  const overwriteRefusals = check.overwriteRefusals && mayOverwriteRefusals;
  const [conflicts, setConflicts] = useState<Conflicts>({ onConflict, overwriteRefusals });
  const update = useJobAction(check.importId, 'update', onClose);
  const rejected = check.counts?.rejected ?? 0;
  return (
    <ConfirmDialog
      title={words.import.updateTitle}
      confirm={words.jobs.update}
      busy={update.isPending}
      problem={update.error}
      onConfirm={() => update.mutate({ ...conflicts, ...(email !== '' && { email }) })}
      onClose={onClose}
    >
      <Text>
        {words.import.updateText({ n: check.counts?.wouldApply ?? 0 })}
        {rejected > 0 && ` ${words.import.rejectedStay({ n: rejected })}`}
      </Text>
      {check.dataType !== 'contacts' && <ConflictsInput value={conflicts} onChange={setConflicts} />}
      <EmailInput description={words.upload.emailHint} value={email} onChange={setEmail} />
    </ConfirmDialog>
  );
}
