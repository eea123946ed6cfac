import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMay } from '../session/session.js';
import type { Note } from '../shell/saved-note.js';
import { DefinitionDialog } from './definition-dialog.js';
import type { Subject } from './subject.js';

interface NewButtonProps {
  subject: Subject;
  text: string;
  label?: string;
  onSaved: (note: Note) => void;
}

/** Opens the form of what is to be made. Only for those who may change definitions. */
export function NewButton({ subject, text, label, onSaved }: NewButtonProps) {
  const mayChange = useMay('admin');
  const [open, form] = useDisclosure();
  if (!mayChange) return null;
  return (
    <>
      <Button size="xs" variant="light" onClick={form.open} aria-label={label ?? text}>
        {text}
      </Button>
      {open && <DefinitionDialog subject={subject} onSaved={onSaved} onClose={form.close} />}
    </>
  );
}
