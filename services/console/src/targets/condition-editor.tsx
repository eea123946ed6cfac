import { Button, NativeSelect, Text } from '@mantine/core';
import { useWords } from '../words/language.js';
import { operatorsByKind } from '@roundtrip/contracts/words';
import { operatorWords } from './operators.js';
import { OperandInput } from './operand-input.js';
import styles from './rule-editor.module.css';
import type { RuleField } from './rule-fields.js';
import { type LeafNode, withField, withOperator } from './rule-tree.js';

interface ConditionEditorProps {
  leaf: LeafNode;
  fields: readonly RuleField[];
  problem: string | undefined;
  onChange: (leaf: LeafNode) => void;
  onRemove: () => void;
}

const groups = ['criteria', 'authorisations', 'contact'] as const;

/** Field, operator, value. */
export function ConditionEditor({ leaf, fields, problem, onChange, onRemove }: ConditionEditorProps) {
  const words = useWords();
  const field = fields.find((one) => one.field === leaf.field);
  const choices = groups.map((group) => ({
    group: words.rule.fieldGroups[group],
    items: fields.filter((one) => one.group === group).map((one) => ({ value: one.field, label: one.label })),
  }));
  // A field or operator of another time is shown, so that it can be seen and changed.
  const unknown = field ? [] : [{ value: leaf.field, label: leaf.field }];
  const operators: readonly string[] = field ? operatorsByKind[field.kind] : [leaf.is];
  return (
    <div>
      <div
        className={styles.condition}
        role="group"
        aria-label={words.rule.conditionOn({ field: field?.label ?? leaf.field })}
      >
        <NativeSelect
          label={words.rule.field}
          value={leaf.field}
          onChange={(event) => {
            const chosen = fields.find((one) => one.field === event.currentTarget.value);
            if (chosen) onChange(withField(leaf, chosen));
          }}
          data={[...unknown, ...choices]}
        />
        <NativeSelect
          label={words.rule.operator}
          value={leaf.is}
          onChange={(event) => field && onChange(withOperator(leaf, field, event.currentTarget.value))}
          data={operators.map((value) => ({ value, label: operatorWords(words, field?.kind, value) }))}
        />
        {field ? (
          <OperandInput field={field} leaf={leaf} onChange={(value) => onChange({ ...leaf, value })} />
        ) : (
          <Text size="sm">{words.rule.unknownField}</Text>
        )}
        <Button
          variant="default"
          className={styles.remove}
          onClick={onRemove}
          aria-label={words.rule.removeCondition({ field: field?.label ?? leaf.field })}
        >
          {words.common.remove}
        </Button>
      </div>
      {problem !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mt={4}>
          {problem}
        </Text>
      )}
    </div>
  );
}
