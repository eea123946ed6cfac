import { Alert, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKey } from '@roundtrip/gateway/api';
import { useAll } from '../api/use-all.js';
import { providerQuery } from '../session/provider-query.js';
import { useMe } from '../session/session.js';
import listStyles from '../shell/list-table.module.css';
import { ProblemAlert } from '../shell/problem-alert.js';
import type { Note } from '../shell/saved-note.js';
import { Waiting } from '../shell/waiting.js';
import { useFormats, useWords } from '../words/language.js';
import { EndSessionsDialog } from './end-sessions-dialog.js';
import { endNow, lastAdministratorEndNow } from './key-end.js';
import { NewKeyDialog } from './new-key-dialog.js';
import { RevokeDialog } from './revoke-dialog.js';
import { RotateDialog } from './rotate-dialog.js';

/** The keys of the institution, the newest first. Keys themselves are not kept, so that none can be shown. */
export function ApiKeys({ onChanged }: { onChanged: (note: Note) => void }) {
  const words = useWords();
  const formats = useFormats();
  const [making, dialog] = useDisclosure();
  const { data: provider } = useQuery(providerQuery);
  const list = useAll<ApiKey>('/v1/api-keys');
  const keys = (list.data ?? []).toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
  const lastEnd = lastAdministratorEndNow(keys);
  return (
    <Stack gap="xs">
      {lastEnd !== undefined && (
        <Alert color="yellow">{words.settings.lastAdministratorEnds({ day: formats.date(lastEnd) })}</Alert>
      )}
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {provider?.available === true
            ? words.settings.keysLeadPeople({ name: provider.name ?? '' })
            : words.settings.keysLead}
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
                <th scope="col">{words.settings.used}</th>
                <th scope="col">{words.settings.end}</th>
                <th scope="col">{words.settings.action}</th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <KeyRow
                  key={key.keyId}
                  apiKey={key}
                  maker={key.createdByName ?? keys.find(({ keyId }) => keyId === key.createdBy)?.name}
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
  /** Undefined: a command made it, or it is old and its maker is gone. */
  maker: string | undefined;
  onChanged: (note: Note) => void;
}

function KeyRow({ apiKey, maker, onChanged }: KeyRowProps) {
  const words = useWords();
  const formats = useFormats();
  const isOwn = useMe().keyId === apiKey.keyId;
  const [open, setOpen] = useState<'rotate' | 'sessions' | 'revoke'>();
  const close = (): void => setOpen(undefined);
  const { name, role, createdAt, lastUsedAt, expiresAt, replacedBy } = apiKey;
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
          {formats.dateTime(createdAt)} {maker !== undefined && words.jobs.by({ who: maker })}
        </span>
      </td>
      <td data-label={words.settings.used}>
        <span>{lastUsedAt === null ? words.settings.neverUsed : formats.when(lastUsedAt)}</span>
      </td>
      <td data-label={words.settings.end}>
        <span>
          <KeyEnd apiKey={apiKey} />
        </span>
      </td>
      <td data-label={words.settings.action}>
        <span>
          <Group gap={6}>
            {replacedBy === null && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setOpen('rotate')}
                aria-label={words.settings.rotateOf({ name })}
              >
                {words.settings.rotate}
              </Button>
            )}
            {!isOwn && endNow(expiresAt) !== 'over' && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setOpen('sessions')}
                aria-label={words.settings.endSessionsOf({ name })}
              >
                {words.settings.endSessions}
              </Button>
            )}
            {!isOwn && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setOpen('revoke')}
                aria-label={words.settings.revokeOf({ name })}
              >
                {words.settings.revoke}
              </Button>
            )}
          </Group>
        </span>
        {open === 'rotate' && <RotateDialog apiKey={apiKey} onClose={close} />}
        {open === 'sessions' && (
          <EndSessionsDialog
            path={`/v1/api-keys/${encodeURIComponent(apiKey.keyId)}`}
            name={apiKey.name}
            text={words.settings.endSessionsText}
            onEnded={onChanged}
            onClose={close}
          />
        )}
        {open === 'revoke' && <RevokeDialog apiKey={apiKey} onRevoked={onChanged} onClose={close} />}
      </td>
    </tr>
  );
}

function KeyEnd({ apiKey: { expiresAt, replacedBy } }: { apiKey: ApiKey }) {
  const words = useWords();
  const formats = useFormats();
  const end = endNow(expiresAt);
  return (
    <>
      {expiresAt === null ? words.settings.noEnd : formats.dateTime(expiresAt)}
      {(end === 'over' || end === 'soon' || replacedBy !== null) && (
        <Text size="xs" fw={600}>
          {end === 'over'
            ? words.settings.hasEnded
            : replacedBy === null
              ? words.settings.endsSoon
              : words.settings.isReplaced}
        </Text>
      )}
    </>
  );
}
