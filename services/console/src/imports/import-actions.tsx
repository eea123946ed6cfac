import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Import } from '@roundtrip/gateway/api';
import { useMay } from '../session/session.js';
import { useWords } from '../words/language.js';
import { CancelDialog } from './cancel-dialog.js';
import { importPath } from '../live/job-cache.js';
import { hasChanges, hasRejectedLines, mayCancel, mayUndo, mayUpdateFrom } from './job-states.js';
import { UndoDialog } from './undo-dialog.js';
import { UpdateDialog } from './update-dialog.js';

interface ImportActionsProps {
  job: Import;
  size: 'xs' | 'sm';
  /** Where the next step is shown by itself. */
  withoutUpdate?: boolean;
}

/** The files of an import, and what may be done about it by who is signed in. */
export function ImportActions({ job, size, withoutUpdate = false }: ImportActionsProps) {
  const words = useWords();
  const mayFetch = useMay('editor');
  const mayAct = useMay('operator');
  const [updating, update] = useDisclosure();
  const [undoing, undo] = useDisclosure();
  const [cancelling, cancel] = useDisclosure();
  const name = job.file?.name ?? words.jobs.undoing;
  const path = importPath(job.importId);
  const about = (what: string) => ({ 'aria-label': words.jobs.download({ what, name }), size });
  const file = (what: string, report: string) => (
    <Button component="a" href={`${path}/${report}`} download variant="default" {...about(what)}>
      {what}
    </Button>
  );
  return (
    <>
      {mayAct && !withoutUpdate && mayUpdateFrom(job) && (
        <Button onClick={update.open} {...about(words.jobs.update)}>
          {words.jobs.update}
        </Button>
      )}
      {mayFetch && hasRejectedLines(job) && file(words.jobs.rejectedLines, 'rejected-lines')}
      {mayFetch && hasChanges(job) && file(words.jobs.changes, 'changes')}
      {mayAct && mayUndo(job) && (
        <Button variant="default" onClick={undo.open} {...about(words.jobs.undo)}>
          {words.jobs.undo}
        </Button>
      )}
      {mayAct && mayCancel(job) && (
        <Button variant="default" onClick={cancel.open} {...about(words.jobs.cancel)}>
          {words.jobs.cancel}
        </Button>
      )}
      {updating && <UpdateDialog check={job} onClose={update.close} />}
      {undoing && <UndoDialog update={job} onClose={undo.close} />}
      {cancelling && <CancelDialog job={job} onClose={cancel.close} />}
    </>
  );
}
