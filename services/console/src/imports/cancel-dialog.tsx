import { Text } from '@mantine/core';
import type { Import } from '@roundtrip/gateway/api';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import { useWords } from '../words/language.js';
import { useJobAction } from './use-job-action.js';

export function CancelDialog({ job, onClose }: { job: Import; onClose: () => void }) {
  const words = useWords();
  const cancel = useJobAction(job.importId, 'cancel', onClose);
  return (
    <ConfirmDialog
      title={words.import.cancelTitle}
      confirm={words.jobs.cancel}
      refuse={words.import.keepGoing}
      colour="red"
      busy={cancel.isPending}
      problem={cancel.error}
      onConfirm={() => cancel.mutate({})}
      onClose={onClose}
    >
      <Text>{words.import.cancelText}</Text>
    </ConfirmDialog>
  );
}
