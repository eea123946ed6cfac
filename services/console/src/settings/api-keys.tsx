import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ApiKey } from '../api/answers.js';
import { useAll } from '../api/use-all.js';
import { useMe } from '../session/session.js';
import listStyles from '../shell/list-table.module.css';
import { ProblemAlert } from '../shell/problem-alert.js';
import type { Note } from '../shell/saved-note.js';
import { Waiting } from '../shell/waiting.js';
import { useFormats, useWords } from '../words/language.js';
import { NewKeyDialog } from './new-key-dialog.js';
import { RevokeDialog } from './revoke-dialog.js';

/** The keys of the institution, the newest first. Keys themselves are not kept, so that none can be shown. */
export function ApiKeys({ onChanged }: { onChanged: (note: Note) => void }) {
  const words = useWords();
  const [making, dialog] = useDisclosure();
  const list = useAll<ApiKey>('/v1/api-keys');
  const keys = (list.data ?? []).toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {words.settings.keysLead}
        </Text>
        <Button size="xs" variant="light" onClick={dialog.open}>
          {words.settings.newKey}
        </Button>
      </Group>
      {list.isPending && <Waiting />}
      {list.error && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {keys.length > 0 && (
        <Paper withBorder>
          <table className={listStyles.table} aria-label={words.settings.keys}>
            <thead>
              <tr>
                <th scope="col">{words.settings.keyName}</th>
                <th scope="col">{words.settings.role}</th>
                <th scope="col">{words.settings.created}</th>
                <th scope="col">{words.settings.action}</th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <KeyRow
                  key={key.keyId}
                  apiKey={key}
                  maker={keys.find(({ keyId }) => keyId === key.createdBy)?.name}
                  onChanged={onChanged}
                />
              ))}
            </tbody>
          </table>
        </Paper>
      )}
      {making && <NewKeyDialog onClose={dialog.close} />}
    </Stack>
  );
}

interface KeyRowProps {
  apiKey: ApiKey;
  /** Undefined: that key is gone. */
  maker: string | undefined;
  onChanged: (note: Note) => void;
}

function KeyRow({ apiKey, maker, onChanged }: KeyRowProps) {
  const words = useWords();
  const formats = useFormats();
  const isOwn = useMe().keyId === apiKey.keyId;
  const [revoking, dialog] = useDisclosure();
  const { name, role, createdAt } = apiKey;
  return (
    <tr>
      <th scope="row" data-label={words.settings.keyName}>
        <span>
          <strong>{name}</strong>{' '}
          {isOwn && (
            <Badge variant="default" size="sm" tt="none">
              {words.settings.yours}
            </Badge>
          )}
        </span>
      </th>
      <td data-label={words.settings.role}>
        <span>
          {words.roles[role]}
          <Text size="xs" c="dimmed">
            {words.roleMeans[role]}
          </Text>
        </span>
      </td>
      <td data-label={words.settings.created}>
        <span>
          {formats.dateTime(createdAt)} {maker !== undefined && words.jobs.by(maker)}
        </span>
      </td>
      <td data-label={words.settings.action}>
        {!isOwn && (
          <span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={dialog.open}
              aria-label={words.settings.revokeOf(name)}
            >
              {words.settings.revoke}
            </Button>
          </span>
        )}
        {revoking && <RevokeDialog apiKey={apiKey} onRevoked={onChanged} onClose={dialog.close} />}
      </td>
    </tr>
  );
}
