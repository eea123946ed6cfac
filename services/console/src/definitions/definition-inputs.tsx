import { NumberInput, Switch, TextInput } from '@mantine/core';
import { useWords } from '../words/language.js';
import type { DefinitionForm } from './definition-form.js';

interface DefinitionInputsProps {
  value: DefinitionForm;
  onChange: (value: DefinitionForm) => void;
  /** What the API says about `/name`, `/rank`. */
  problemAt: (pointer: string) => string | undefined;
  isNew: boolean;
}

/** Name and rank; whether it is used, once it is there. */
export function DefinitionInputs({ value, onChange, problemAt, isNew }: DefinitionInputsProps) {
  const words = useWords();
  return (
    <>
      <TextInput
        label={words.definitions.name}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
        error={problemAt('/name')}
        data-autofocus={isNew ? undefined : true}
        required
      />
      <NumberInput
        label={isNew ? `${words.definitions.rank} (${words.common.optional})` : words.definitions.rank}
        description={isNew ? words.definitions.rankHintNew : words.definitions.rankHint}
        value={value.rank}
        onChange={(rank) => onChange({ ...value, rank: typeof rank === 'number' ? rank : '' })}
        error={problemAt('/rank')}
        allowDecimal={false}
        hideControls
      />
      {!isNew && (
        <Switch
          label={words.definitions.active}
          description={words.definitions.activeHint}
          checked={value.active}
          onChange={(event) => onChange({ ...value, active: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
