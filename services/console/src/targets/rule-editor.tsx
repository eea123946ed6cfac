import { Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { MAX_RULE_DEPTH, type RuleGroup, ruleGroups } from '@roundtrip/contracts/words';
import { useWords } from '../words/language.js';
import { ConditionEditor } from './condition-editor.js';
import type { RuleField } from './rule-fields.js';
import { type GroupNode, isGroup, newGroup, newLeaf, type RuleNode } from './rule-tree.js';
import styles from './rule-editor.module.css';

interface RuleEditorProps {
  group: GroupNode;
  fields: readonly RuleField[];
  /** What the API says about a part, by its id. */
  problems: ReadonlyMap<string, string>;
  onChange: (group: GroupNode) => void;
  onRemove?: () => void;
  /** Of the outermost group: 1. */
  depth?: number;
}

/** A group of conditions and groups, each of which may be added, changed and removed. */
export function RuleEditor({ group, fields, problems, onChange, onRemove, depth = 1 }: RuleEditorProps) {
  const words = useWords();
  const add = (node: RuleNode): void => onChange({ ...group, children: [...group.children, node] });
  const replace = (node: RuleNode): void =>
    onChange({ ...group, children: group.children.map((child) => (child.id === node.id ? node : child)) });
  const remove = (id: string): void =>
    onChange({ ...group, children: group.children.filter((child) => child.id !== id) });
  const first = fields.find(({ group: of }) => of === 'criteria') ?? fields[0];
  const problem = problems.get(group.id);
  return (
    <Paper
      withBorder
      p="sm"
      className={styles.group}
      role="group"
      aria-label={words.rule.groupLabel({ name: words.rule.groups[group.group] })}
    >
      <Stack gap="sm">
        <Group gap="sm" justify="space-between" align="flex-end">
          <NativeSelect
            label={words.rule.group}
            className={styles.of}
            value={group.group}
            onChange={(event) => onChange({ ...group, group: event.currentTarget.value as RuleGroup })}
            data={ruleGroups.map((value) => ({ value, label: words.rule.groups[value] }))}
          />
          {onRemove && (
            <Button variant="default" size="xs" onClick={onRemove}>
              {words.rule.removeGroup}
            </Button>
          )}
        </Group>
        {problem !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {problem}
          </Text>
        )}
        {group.children.length === 0 && <Text size="sm">{words.rule.emptyGroup[group.group]}</Text>}
        {group.children.map((child) =>
          isGroup(child) ? (
            <RuleEditor
              key={child.id}
              group={child}
              fields={fields}
              problems={problems}
              onChange={replace}
              onRemove={() => remove(child.id)}
              depth={depth + 1}
            />
          ) : (
            <ConditionEditor
              key={child.id}
              leaf={child}
              fields={fields}
              problem={problems.get(child.id)}
              onChange={replace}
              onRemove={() => remove(child.id)}
            />
          ),
        )}
        <Group gap="xs">
          <Button variant="light" size="xs" onClick={() => first && add(newLeaf(first))}>
            {words.rule.addCondition}
          </Button>
          {depth < MAX_RULE_DEPTH && (
            <Button variant="default" size="xs" onClick={() => add(newGroup())}>
              {words.rule.addGroup}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
