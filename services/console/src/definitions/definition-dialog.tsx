import { NativeSelect, TextInput } from '@mantine/core';
import { type CriterionKind, criterionKinds } from '@roundtrip/contracts/words';
import type { ConsoleWords } from '@roundtrip/words/console';
import { useState } from 'react';
import { inputProblems } from '../api/input-problems.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import type { Note } from '../shell/saved-note.js';
import { useWords } from '../words/language.js';
import { useSaid } from '../words/use-said.js';
import { emptyForm, formOf } from './definition-form.js';
import { DefinitionInputs } from './definition-inputs.js';
import { codeIsTaken, type Subject, saveRequestOf } from './subject.js';
import { useSaveDefinition } from './use-save-definition.js';

const pointers = ['/code', '/kind', '/name', '/rank'];

interface DefinitionDialogProps {
  subject: Subject;
  onSaved: (note: Note) => void;
  onClose: () => void;
}

/** Makes or changes a criterion, one of its values, or an authorisation. */
export function DefinitionDialog({ subject, onSaved, onClose }: DefinitionDialogProps) {
  const words = useWords();
  const { type, current } = subject;
  const isNew = current === undefined;
  const [code, setCode] = useState('');
  const [kind, setKind] = useState<CriterionKind>('LIST');
  const [form, setForm] = useState(current ? formOf(current) : emptyForm);
  const save = useSaveDefinition((note) => {
    onSaved(note);
    onClose();
  });
  const { at, rest } = inputProblems(useSaid(save.error), isNew ? pointers : ['/name', '/rank']);
  const taken = codeIsTaken(subject, code.trim());
  const confirm = (): void => {
    if (taken) return;
    save.mutate({ request: saveRequestOf(subject, form, code.trim(), kind), name: form.name.trim() });
  };
  return (
    <ConfirmDialog
      title={titleOf(subject, words)}
      confirm={isNew ? words.definitions.create : words.common.save}
      busy={save.isPending}
      problem={rest}
      onConfirm={confirm}
      onClose={onClose}
    >
      {isNew && (
        <TextInput
          label={words.definitions.code}
          description={type === 'value' ? words.definitions.valueCodeHint : words.definitions.codeHint}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={taken ? words.definitions.codeTaken : at('/code')}
          classNames={{ input: 'code' }}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          required
        />
      )}
      {isNew && type === 'criterion' && (
        <NativeSelect
          label={words.definitions.kind}
          description={words.definitions.kindHint}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as CriterionKind)}
          data={criterionKinds.map((value) => ({ value, label: words.kinds[value] }))}
          error={at('/kind')}
        />
      )}
      <DefinitionInputs value={form} onChange={setForm} problemAt={at} isNew={isNew} />
    </ConfirmDialog>
  );
}

function titleOf(subject: Subject, words: ConsoleWords): string {
  if (subject.current) return words.definitions.editOf({ name: subject.current.name });
  if (subject.type === 'value') return words.definitions.newValueOf({ name: subject.of.name });
  return subject.type === 'criterion' ? words.definitions.newCriterion : words.definitions.newAuthorisation;
}
