import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Institution } from '@roundtrip/gateway/api';
import { inputProblems } from '../api/input-problems.js';
import listStyles from '../shell/list-table.module.css';
import { ProblemAlert } from '../shell/problem-alert.js';
import type { Note } from '../shell/saved-note.js';
import { useWords } from '../words/language.js';
import { useSaid } from '../words/use-said.js';
import { GroupRoleRow } from './group-role-row.js';
import { type GroupRow, pointerOf, rowsOf } from './group-rows.js';
import { saveGroupRoles } from './save-group-roles.js';
import { seenGroupsQuery } from './seen-groups-query.js';

interface GroupRolesProps {
  institution: Institution;
  onSaved: (note: Note) => void;
}

/** Which group has which role. */
export function GroupRoles({ institution, onSaved }: GroupRolesProps) {
  const words = useWords();
  const client = useQueryClient();
  const seen = useQuery(seenGroupsQuery).data ?? [];
  const [rows, setRows] = useState(() => rowsOf(institution.groupRoles));
  const [added, setAdded] = useState<number>();
  const save = useMutation({
    mutationFn: (wanted: readonly GroupRow[]) => saveGroupRoles(client, wanted),
    onSuccess: (now) => {
      setRows(rowsOf(now.groupRoles));
      onSaved({ text: ({ people }) => people.groupsSaved });
      // Who was not let in is said by the roles.
      void client.invalidateQueries({ queryKey: ['/v1/people'] });
    },
  });
  const sent = save.variables ?? [];
  const { at, rest } = inputProblems(
    useSaid(save.error),
    sent.map((_, index) => pointerOf(index)),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(rows);
  };
  const change = (changed: GroupRow): void => setRows(rows.map((row) => (row.id === changed.id ? changed : row)));
  const add = (): void => {
    const id = Math.max(0, ...rows.map((row) => row.id)) + 1;
    setRows([...rows, { id, group: '', role: 'viewer' }]);
    setAdded(id);
  };
  return (
    <Paper withBorder p="md">
      <form onSubmit={submit}>
        <Stack align="flex-start">
          {rows.length === 0 ? (
            <Text size="sm">{words.people.noGroups}</Text>
          ) : (
            <table className={listStyles.table} aria-label={words.people.groups}>
              <thead>
                <tr>
                  <th scope="col">{words.people.group}</th>
                  <th scope="col">{words.people.role}</th>
                  <th scope="col">{words.people.seen}</th>
                  <th scope="col">{words.settings.action}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <GroupRoleRow
                    key={row.id}
                    row={row}
                    isNew={row.id === added}
                    seen={seen.filter(
                      ({ group }) => group === row.group || rows.every((other) => other.group !== group),
                    )}
                    error={at(pointerOf(sent.findIndex(({ id }) => id === row.id)))}
                    onChange={change}
                    onRemove={() => setRows(rows.filter(({ id }) => id !== row.id))}
                  />
                ))}
              </tbody>
            </table>
          )}
          {rest && <ProblemAlert problem={rest} />}
          <Group>
            <Button variant="default" onClick={add}>
              {words.people.addGroup}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {words.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
