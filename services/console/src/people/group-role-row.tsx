import { Autocomplete, Button, Group, NativeSelect, Text } from '@mantine/core';
import { type Role, roles } from '@roundtrip/contracts/words';
import { useEffect, useRef } from 'react';
import type { GroupsSeen } from '@roundtrip/gateway/api';
import { useWords } from '../words/language.js';
import type { GroupRow } from './group-rows.js';

interface GroupRoleRowProps {
  row: GroupRow;
  /** It was just added: it is typed into. */
  isNew: boolean;
  /** What can be picked here. */
  seen: GroupsSeen['items'];
  error: string | undefined;
  onChange: (row: GroupRow) => void;
  onRemove: () => void;
}

export function GroupRoleRow({ row, isNew, seen, error, onChange, onRemove }: GroupRoleRowProps) {
  const words = useWords();
  const { group, role } = row;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) input.current?.focus();
  }, [isNew]);
  const peopleIn = (name: string): string =>
    words.people.members({ n: seen.find((one) => one.group === name)?.people ?? 0 });
  return (
    <tr>
      <td data-label={words.people.group}>
        <Autocomplete
          aria-label={words.people.group}
          value={group}
          onChange={(typed) => onChange({ ...row, group: typed })}
          data={seen.map((one) => one.group)}
          renderOption={({ option }) => (
            <Group justify="space-between" w="100%" gap="xs">
              <span>{option.value}</span>
              <Text size="xs" c="dimmed">
                {peopleIn(option.value)}
              </Text>
            </Group>
          )}
          error={error}
          maxLength={200}
          ref={input}
          required
        />
      </td>
      <td data-label={words.people.role}>
        <NativeSelect
          aria-label={words.people.roleOf({ group })}
          value={role}
          onChange={(event) => onChange({ ...row, role: event.currentTarget.value as Role })}
          data={roles.map((value) => ({ value, label: words.roles[value] }))}
        />
      </td>
      <td data-label={words.people.seen}>
        <span>{peopleIn(group)}</span>
      </td>
      <td data-label={words.settings.action}>
        <span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={onRemove}
            aria-label={words.people.removeGroup({ group })}
          >
            {words.common.remove}
          </Button>
        </span>
      </td>
    </tr>
  );
}
