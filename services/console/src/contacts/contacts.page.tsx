import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useSearch } from 'wouter/use-browser-location';
import { pages } from '@roundtrip/contracts/pages';
import type { ContactSummary } from '@roundtrip/gateway/api';
import { withQuery } from '../api/client.js';
import { itemsOf, usePages } from '../api/use-pages.js';
import { useMay } from '../session/session.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useWords } from '../words/language.js';
import { ContactList } from './contact-list.js';

const TYPING_MS = 300;

/** Contacts, searched as one types. What is searched stands in the address: one comes back to it. */
export function ContactsPage() {
  const words = useWords();
  const query = new URLSearchParams(useSearch()).get('query') ?? '';
  const list = usePages<ContactSummary>('/v1/contacts', { query });
  const { data, isFetching, hasNextPage, isPlaceholderData, fetchNextPage } = list;
  const contacts = itemsOf(data);
  const nothingYet = data !== undefined && !isPlaceholderData && contacts.length === 0;

  // A search in many contacts answers in steps, and a step may find nothing.
  const goesOn = nothingYet && hasNextPage && !list.error;
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);

  return (
    <PageFrame title={words.contact.title} lead={words.contact.lead}>
      <SearchInput query={query} />
      {list.isPending && <Waiting />}
      {list.error && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {data && (
        <Text size="sm" c="dimmed" role="status" mih="1.5em">
          {goesOn
            ? words.contact.searchingOn
            : isPlaceholderData
              ? words.contact.searching
              : contacts.length > 0
                ? words.contact[hasNextPage ? 'firstShown' : 'shown']({ n: contacts.length })
                : ''}
        </Text>
      )}
      {nothingYet && !goesOn && !list.error && (query === '' ? <NoContacts /> : <NotFound query={query} />)}
      {contacts.length > 0 && <ContactList contacts={contacts} />}
      {contacts.length > 0 && hasNextPage && !isPlaceholderData && (
        <Button variant="default" onClick={() => void fetchNextPage()} loading={list.isFetchingNextPage}>
          {words.common.showMore}
        </Button>
      )}
    </PageFrame>
  );
}

function SearchInput({ query }: { query: string }) {
  const words = useWords();
  const [, go] = useLocation();
  const [typed, setTyped] = useState(query);
  const searched = useRef(query);
  const search = useDebouncedCallback((text: string) => {
    searched.current = text.trim();
    go(withQuery(pages.contacts, { query: searched.current }), { replace: true });
  }, TYPING_MS);

  // Somebody went to another search than the one that is typed: by a link, or back.
  useEffect(() => {
    if (query === searched.current) return;
    searched.current = query;
    setTyped(query);
  }, [query]);

  return (
    <TextInput
      type="search"
      label={words.contact.search}
      description={words.contact.searchHint}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      maxLength={200}
      maw={680}
    />
  );
}

function NotFound({ query }: { query: string }) {
  const words = useWords();
  return (
    <Paper withBorder p="xl">
      <Title order={2}>{words.contact.notFound({ text: query })}</Title>
      <Text mt="xs">{words.contact.notFoundHint}</Text>
    </Paper>
  );
}

function NoContacts() {
  const words = useWords();
  const mayImport = useMay('editor');
  return (
    <Paper withBorder p="xl">
      <Stack gap="xs" align="flex-start">
        <Title order={2}>{words.contact.emptyTitle}</Title>
        <Text>{mayImport ? words.contact.emptyHint : words.contact.emptyHintViewer}</Text>
        {mayImport && (
          <Button component={Link} href={pages.newImport} mt="xs">
            {words.contact.importContacts}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
