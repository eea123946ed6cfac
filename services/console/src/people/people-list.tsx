import { Button, Paper, Stack, Text } from '@mantine/core';
import type { Person } from '@roundtrip/gateway/api';
import { itemsOf, usePages } from '../api/use-pages.js';
import listStyles from '../shell/list-table.module.css';
import { ProblemAlert } from '../shell/problem-alert.js';
import type { Note } from '../shell/saved-note.js';
import { Waiting } from '../shell/waiting.js';
import { useWords } from '../words/language.js';
import { PersonRow } from './person-row.js';

/** Who has signed in, or tried to, the latest first. */
export function PeopleList({ onChanged }: { onChanged: (note: Note) => void }) {
  const words = useWords();
  const list = usePages<Person>('/v1/people');
  const people = itemsOf(list.data);
  return (
    <Stack gap="xs" align="stretch">
      {list.isPending && <Waiting />}
      {list.error && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {list.data && people.length === 0 && <Text>{words.people.nobody}</Text>}
      {people.length > 0 && (
        <Paper withBorder>
          <table className={listStyles.table} aria-label={words.people.list}>
            <thead>
              <tr>
                <th scope="col">{words.people.name}</th>
                <th scope="col">{words.people.role}</th>
                <th scope="col">{words.people.itsGroups}</th>
                <th scope="col">{words.people.signIns}</th>
                <th scope="col">{words.people.sessions}</th>
                <th scope="col">{words.settings.action}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <PersonRow key={person.personId} person={person} onChanged={onChanged} />
              ))}
            </tbody>
          </table>
        </Paper>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          onClick={() => void list.fetchNextPage()}
          loading={list.isFetchingNextPage}
          style={{ alignSelf: 'flex-start' }}
        >
          {words.common.showMore}
        </Button>
      )}
    </Stack>
  );
}
