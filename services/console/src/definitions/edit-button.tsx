import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMay } from '../session/session.js';
import type { Note } from '../shell/saved-note.js';
import { useWords } from '../words/language.js';
import { DefinitionDialog } from './definition-dialog.js';
import type { Subject } from './subject.js';

interface EditButtonProps {
  subject: Subject;
  onSaved: (note: Note) => void;
}

/** Opens the form of what is there. Only for those who may change definitions. */
export function EditButton({ subject, onSaved }: EditButtonProps) {
  const words = useWords();
  const mayChange = useMay('admin');
  const [open, form] = useDisclosure();
  if (!mayChange || !subject.current) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={form.open}
        aria-label={words.definitions.editOf({ name: subject.current.name })}
      >
        {words.common.edit}
      </Button>
      {open && <DefinitionDialog subject={subject} onSaved={onSaved} onClose={form.close} />}
    </>
  );
}
