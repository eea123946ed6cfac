import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Person } from '@roundtrip/gateway/api';
import { useMe } from '../session/session.js';
import type { Note } from '../shell/saved-note.js';
import { EndSessionsDialog } from '../settings/end-sessions-dialog.js';
import { useFormats, useWords } from '../words/language.js';
import { ErasePersonDialog } from './erase-person-dialog.js';

/** Some providers tell hundreds. */
const GROUPS_SHOWN = 12;

export function PersonRow({ person, onChanged }: { person: Person; onChanged: (note: Note) => void }) {
  const words = useWords();
  const formats = useFormats();
  const isOwn = useMe().id === person.personId;
  const [open, setOpen] = useState<'end' | 'erase'>();
  const close = (): void => setOpen(undefined);
  const { email, role, groups, firstSignInAt, lastSignInAt, lastSeenAt, sessions, erased } = person;
  const name = person.name ?? words.people.erased;
  const path = `/v1/people/${encodeURIComponent(person.personId)}`;
  const more = groups.length - GROUPS_SHOWN;
  return (
    <tr>
      <th scope="row" data-label={words.people.name}>
        <span>
          <strong>{name}</strong>{' '}
          {isOwn && (
            <Badge variant="default" size="sm" tt="none">
              {words.people.you}
            </Badge>
          )}
          {email !== null && (
            <Text size="xs" c="dimmed">
              {email}
            </Text>
          )}
        </span>
      </th>
      <td data-label={words.people.role}>
        <span>{role === null ? words.people.refused : words.roles[role]}</span>
      </td>
      <td data-label={words.people.itsGroups}>
        <span>
          {groups.length === 0 ? words.common.none : groups.slice(0, GROUPS_SHOWN).join(', ')}
          {more > 0 && ` ${words.people.moreGroups({ n: more })}`}
        </span>
      </td>
      <td data-label={words.people.signIns}>
        <span>
          {formats.dateTime(lastSignInAt)}
          {lastSeenAt !== null && (
            <Text size="xs" c="dimmed">
              {words.people.lastSeen({ when: formats.when(lastSeenAt) })}
            </Text>
          )}
          <Text size="xs" c="dimmed">
            {words.people.firstSignIn({ when: formats.dateTime(firstSignInAt) })}
          </Text>
        </span>
      </td>
      <td data-label={words.people.sessions}>
        <span>{formats.number(sessions)}</span>
      </td>
      <td data-label={words.settings.action}>
        <span>
          {!isOwn && !erased && (
            <Group gap={6}>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setOpen('end')}
                aria-label={words.settings.endSessionsOf({ name })}
              >
                {words.settings.endSessions}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setOpen('erase')}
                aria-label={words.people.eraseOf({ name })}
              >
                {words.people.erase}
              </Button>
            </Group>
          )}
        </span>
        {open === 'end' && (
          <EndSessionsDialog path={path} name={name} text={words.people.endText} onEnded={onChanged} onClose={close} />
        )}
        {open === 'erase' && <ErasePersonDialog path={path} name={name} onErased={onChanged} onClose={close} />}
      </td>
    </tr>
  );
}
