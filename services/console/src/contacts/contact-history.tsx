import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { pageAbout, pages } from '@roundtrip/contracts/pages';
import type { ContactChange } from '@roundtrip/gateway/api';
import { itemsOf, usePages } from '../api/use-pages.js';
import { useBy } from '../session/use-by.js';
import listStyles from '../shell/list-table.module.css';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useFormats, useWords } from '../words/language.js';
import { BeforeAndAfter, FieldName } from './changed-field.js';
import styles from './contact-history.module.css';

/** Every change of the contact, page after page: who, when, from which line of which import, before and after. */
export function ContactHistory({ contactNumber }: { contactNumber: string }) {
  const words = useWords();
  const list = usePages<ContactChange>(`/v1/contacts/${encodeURIComponent(contactNumber)}/history`, { limit: '10' });
  const changes = itemsOf(list.data);
  return (
    <Stack component="section" gap="sm">
      <div>
        <Title order={2}>{words.contact.history}</Title>
        <Text size="sm" c="dimmed">
          {words.contact.historyLead}
        </Text>
      </div>
      {list.isPending && <Waiting />}
      {list.error && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {list.data && changes.length === 0 && <Text>{words.contact.noHistory}</Text>}
      {changes.length > 0 && (
        <ol className={styles.list} aria-label={words.contact.history}>
          {changes.map((change) => (
            <Change key={`${change.importId} ${change.at}`} change={change} />
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {words.common.showMore}
        </Button>
      )}
    </Stack>
  );
}

function Change({ change }: { change: ContactChange }) {
  const words = useWords();
  const formats = useFormats();
  const byWhom = useBy();
  const { at, by, importId, line, part, fields, overwritten } = change;
  const where = part === null ? words.contact.byImport({ line }) : words.contact.byImportPart({ part, line });
  return (
    <Paper withBorder component="li">
      <Group gap="xs" px="sm" py="xs" className={styles.head}>
        <Text size="sm" fw={600}>
          <time dateTime={at}>{formats.dateTime(at)}</time>
        </Text>
        <Text size="sm">{byWhom(by)}</Text>
        <Anchor component={Link} href={pageAbout(pages.import, importId)} size="sm" underline="always">
          {where}
        </Anchor>
        {overwritten && (
          <Badge variant="default" tt="none">
            {words.contact.overwritten}
          </Badge>
        )}
      </Group>
      {fields.length === 0 ? (
        <Text size="sm" px="sm" pb="xs">
          {words.contact.onlyUse}
        </Text>
      ) : (
        <ChangedFields fields={fields} />
      )}
    </Paper>
  );
}

function ChangedFields({ fields }: Pick<ContactChange, 'fields'>) {
  const words = useWords();
  return (
    <table className={listStyles.table}>
      <thead>
        <tr>
          <th scope="col">{words.contact.field}</th>
          <th scope="col">{words.contact.before}</th>
          <th scope="col">{words.contact.after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, name, code, before, after }) => (
          <tr key={field}>
            <th scope="row" data-label={words.contact.field}>
              <FieldName field={field} name={name} code={code} />
            </th>
            <BeforeAndAfter field={field} before={before} after={after} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
