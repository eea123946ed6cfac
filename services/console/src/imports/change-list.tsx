import { Anchor, Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { type RefObject, useEffect } from 'react';
import { Link } from 'wouter';
import type { ImportChange, ImportDetails, Transition } from '@roundtrip/gateway/api';
import { itemsOf, usePages } from '../api/use-pages.js';
import { BeforeAndAfter, FieldName } from '../contacts/changed-field.js';
import { contactPath } from '../contacts/contact-path.js';
import { useFieldName } from '../contacts/use-field-name.js';
import { importPath } from '../live/job-cache.js';
import listStyles from '../shell/list-table.module.css';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useFormats, useWords } from '../words/language.js';
import { type ChangeFilter, isOneField, SOME } from './change-filter.js';
import styles from './change-list.module.css';
import { whatIs } from './job-states.js';
import { TransitionValue, useTransitionParts } from './transition-value.js';

interface ChangeListProps {
  job: ImportDetails;
  filter: ChangeFilter | undefined;
  onFilter: (filter: ChangeFilter | undefined) => void;
  heading: RefObject<HTMLHeadingElement | null>;
}

/** The lines that would change or have changed, before and after, page after page: all of them, or those of a field or a transition. */
export function ChangeList({ job, filter, onFilter, heading }: ChangeListProps) {
  const words = useWords();
  const path = `${importPath(job.importId)}/changes`;
  const list = usePages<ImportChange>(path, { ...filter });
  const { hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = list;
  // Lines of another filter would be taken for those of this one.
  const changes = isPlaceholderData ? [] : itemsOf(list.data);
  const isEmpty = list.data !== undefined && !isPlaceholderData && changes.length === 0;
  // One answer looks only so far: nothing found yet is not nothing found.
  useEffect(() => {
    if (isEmpty && hasNextPage && !isFetchingNextPage && !list.error) void fetchNextPage();
  }, [isEmpty, hasNextPage, isFetchingNextPage, list.error, fetchNextPage]);
  const what = whatIs(job);
  return (
    <Stack component="section" gap="sm">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2} ref={heading} tabIndex={-1}>
            {words.import.changes[what === 'template' ? 'check' : what]}
          </Title>
          <Text size="sm" c="dimmed">
            {words.import.changesLead}
          </Text>
        </div>
        <Group align="flex-end">
          <FieldFilter transitions={job.transitions} filter={filter} onFilter={onFilter} />
          {job.action === 'check' && (
            <Button component="a" href={path} download variant="default">
              {words.import.changesFile}
            </Button>
          )}
        </Group>
      </Group>
      {filter && !isOneField(filter) && <OnlyThese filter={filter} onAll={() => onFilter(undefined)} />}
      {(list.isPending || isPlaceholderData) && <Waiting />}
      {list.error && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {isEmpty && <Text role="status">{hasNextPage ? words.contact.searchingOn : words.import.noChanges}</Text>}
      {changes.length > 0 && <ChangeTable changes={changes} field={filter?.field} />}
      {hasNextPage && changes.length > 0 && (
        <Group>
          <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
            {words.common.showMore}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function FieldFilter({
  transitions,
  filter,
  onFilter,
}: Pick<ChangeListProps, 'filter' | 'onFilter'> & { transitions: readonly Transition[] }) {
  const words = useWords();
  const nameOfField = useFieldName();
  const fields = new Map(transitions.map(({ path, name, code }) => [path, `${nameOfField(path, name)} (${code})`]));
  if (fields.size < 2) return null;
  return (
    <NativeSelect
      label={words.contact.field}
      value={filter?.field ?? ''}
      onChange={({ currentTarget: { value } }) => onFilter(value === '' ? undefined : { field: value })}
      data={[{ value: '', label: words.import.allFields }, ...[...fields].map(([value, label]) => ({ value, label }))]}
    />
  );
}

/** Which transition is shown, and the way back. */
function OnlyThese({ filter, onAll }: { filter: ChangeFilter; onAll: () => void }) {
  const words = useWords();
  const { field, from, to, added, removed } = filter;
  const partsOf = useTransitionParts(field);
  const value = (text: string, some = words.import.anyValue) => (
    <span>
      <TransitionValue parts={partsOf(text, some)} />
    </span>
  );
  return (
    <Group gap="xs" className={styles.only} role="status">
      <Text size="sm" fw={600}>
        {words.import.onlyThese}
      </Text>
      {from !== undefined && to !== undefined && (
        <>
          {value(from)} <span>→</span> {value(to, from === SOME ? words.import.otherValue : undefined)}
        </>
      )}
      {added !== undefined && (
        <>
          {words.import.added} {value(added)}
        </>
      )}
      {removed !== undefined && (
        <>
          {words.import.removed} {value(removed)}
        </>
      )}
      <Button size="xs" variant="default" onClick={onAll}>
        {words.import.allLines}
      </Button>
    </Group>
  );
}

/** A row for each field of a line; of one field alone where that is asked for. */
function ChangeTable({ changes, field }: { changes: readonly ImportChange[]; field: string | undefined }) {
  const words = useWords();
  return (
    <Paper withBorder>
      <table className={`${listStyles.table} ${styles.table}`} aria-label={words.jobs.changes}>
        <thead>
          <tr>
            <th scope="col">{words.import.line}</th>
            <th scope="col">{words.import.contact}</th>
            <th scope="col">{words.contact.field}</th>
            <th scope="col">{words.contact.before}</th>
            <th scope="col">{words.contact.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <ChangeRows key={`${change.part} ${change.line}`} change={change} only={field} />
          ))}
        </tbody>
      </table>
    </Paper>
  );
}

function ChangeRows({ change, only }: { change: ImportChange; only: string | undefined }) {
  const words = useWords();
  const formats = useFormats();
  const { line, part, contactNumber, fields } = change;
  const shown = only === undefined ? fields : fields.filter(({ field }) => [only, `contact.${only}`].includes(field));
  const place = (
    <>
      <td data-label={words.import.line} className="numbers">
        <span>
          {formats.number(line)}
          {part !== null && ` (${words.import.part({ n: part })})`}
        </span>
      </td>
      <th scope="row" data-label={words.import.contact}>
        <ContactLink contactNumber={contactNumber} />
      </th>
    </>
  );
  if (shown.length === 0) {
    return (
      <tr>
        {place}
        <td colSpan={3}>{words.contact.onlyUse}</td>
      </tr>
    );
  }
  return shown.map(({ field, name, code, before, after }) => (
    <tr key={field}>
      {place}
      <td data-label={words.contact.field}>
        <FieldName field={field} name={name} code={code} />
      </td>
      <BeforeAndAfter field={field} before={before} after={after} />
    </tr>
  ));
}

const ContactLink = ({ contactNumber }: Pick<ImportChange, 'contactNumber'>) => (
  <span>
    <Anchor component={Link} href={contactPath(contactNumber)} size="sm" className="code">
      {contactNumber}
    </Anchor>
  </span>
);
