import { MultiSelect, NativeSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useWords } from '../words/language.js';
import { operandOf } from './operators.js';
import styles from './rule-editor.module.css';
import type { RuleField } from './rule-fields.js';
import type { LeafNode } from './rule-tree.js';

interface OperandInputProps {
  field: RuleField;
  leaf: LeafNode;
  onChange: (value: unknown) => void;
}

/** What the operator compares with, as the kind of the field wants it. */
export function OperandInput({ field, leaf, onChange }: OperandInputProps) {
  const words = useWords();
  const { value } = leaf;
  switch (operandOf(leaf.is)) {
    case 'nothing':
      return <span />;
    case 'days':
      return (
        <NumberInput
          label={words.rule.numberOfDays}
          value={Number(value)}
          onChange={(next) => onChange(next === '' ? '' : Number(next))}
          min={0}
          max={36_500}
          allowDecimal={false}
        />
      );
    case 'pair': {
      const [from, to] = value as [unknown, unknown];
      return (
        <div className={styles.pair}>
          <OneInput label={words.rule.from} field={field} value={from} onChange={(next) => onChange([next, to])} />
          <OneInput label={words.rule.to} field={field} value={to} onChange={(next) => onChange([from, next])} />
        </div>
      );
    }
    case 'list':
      return <ListInput field={field} value={value as unknown[]} onChange={onChange} />;
    case 'one':
      return <OneInput label={words.rule.value} field={field} value={value} onChange={onChange} />;
  }
}

interface OneInputProps {
  label: string;
  field: RuleField;
  value: unknown;
  onChange: (value: unknown) => void;
}

function OneInput({ label, field, value, onChange }: OneInputProps) {
  const words = useWords();
  switch (field.kind) {
    case 'BOOLEAN':
    case 'AUTHORISATION':
      return (
        <NativeSelect
          label={label}
          value={String(value)}
          onChange={(event) => onChange(event.currentTarget.value === 'true')}
          data={[
            { value: 'true', label: words.values.true },
            { value: 'false', label: words.values.false },
          ]}
        />
      );
    case 'LIST':
    case 'MULTI_LIST':
      return (
        <Select
          label={label}
          value={value === '' ? null : String(value)}
          onChange={(next) => onChange(next ?? '')}
          data={field.values}
          searchable
          limit={300}
          nothingFoundMessage={words.common.nothingFound}
        />
      );
    case 'NUMBER':
      return (
        <NumberInput
          label={label}
          value={value === '' ? '' : Number(value)}
          onChange={(next) => onChange(next === '' ? '' : Number(next))}
        />
      );
    case 'DATE':
      return (
        <TextInput
          type="date"
          label={label}
          value={String(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'TEXT':
      return (
        <TextInput
          label={label}
          value={String(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
          maxLength={1000}
        />
      );
  }
}

function ListInput({
  field,
  value,
  onChange,
}: {
  field: RuleField;
  value: unknown[];
  onChange: (value: unknown) => void;
}) {
  const words = useWords();
  if (field.values.length > 0) {
    return (
      <MultiSelect
        label={words.rule.values}
        classNames={{ inputField: styles.typed }}
        value={value.map(String)}
        onChange={onChange}
        data={field.values}
        searchable
        limit={300}
        nothingFoundMessage={words.common.nothingFound}
      />
    );
  }
  return (
    <TagsInput
      label={words.rule.values}
      description={words.rule.valuesHint}
      value={value.map(String)}
      onChange={(texts) => onChange(field.kind === 'NUMBER' ? texts.map(Number).filter(Number.isFinite) : texts)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
