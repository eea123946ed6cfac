import { Alert, Badge, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { usePathname } from 'wouter/use-browser-location';
import { pages } from '@roundtrip/contracts/pages';
import type { Contact } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useFormats, useWords } from '../words/language.js';
import { ContactDetails } from './contact-details.js';
import { ContactHistory } from './contact-history.js';
import { nameOf } from './contact-name.js';
import { contactNumberIn } from './contact-path.js';
import { FieldList } from './field-list.js';

/** One contact: what is known now, and how it came to be. */
export function ContactPage() {
  const words = useWords();
  const contactNumber = contactNumberIn(usePathname());
  const path = `/v1/contacts/${encodeURIComponent(contactNumber)}`;
  const contact = useQuery({ queryKey: [path], queryFn: ({ signal }) => api.get<Contact>(path, signal) });
  if (contact.data) return <Shown contact={contact.data} />;
  if (contact.error instanceof ApiProblem && contact.error.status === 404) {
    return (
      <PageFrame title={words.contact.notThere} lead={words.contact.notThereHint} actions={<ToAll />}>
        {null}
      </PageFrame>
    );
  }
  return (
    <PageFrame title={contact.error ? words.problem.title : words.common.loading} actions={<ToAll />}>
      {contact.error ? <ProblemAlert problem={contact.error} onRetry={() => void contact.refetch()} /> : <Waiting />}
    </PageFrame>
  );
}

function Shown({ contact }: { contact: Contact }) {
  const words = useWords();
  return (
    <PageFrame title={nameOf(contact)} lead={<About contact={contact} />} actions={<ToAll />}>
      {contact.anonymised ? (
        <Alert color="yellow">{words.contact.anonymisedHint}</Alert>
      ) : (
        !contact.valid && <Alert color="yellow">{words.contact.notValidHint}</Alert>
      )}
      <ContactDetails contact={contact} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <FieldList
          title={words.contact.authorisations}
          note={contact.authorisations.length === 0 ? words.contact.noAuthorisations : words.contact.emptyMeans}
          group="authorisations"
          fields={contact.authorisations}
        />
        <FieldList
          title={words.contact.criteria}
          note={contact.criteria.length === 0 ? words.contact.noCriteria : undefined}
          group="criteria"
          fields={contact.criteria}
        />
      </SimpleGrid>
      <ContactHistory contactNumber={contact.contactNumber} />
    </PageFrame>
  );
}

function About({ contact }: { contact: Contact }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm">
          {words.contact.fields.contactNumber} <strong className="numbers">{contact.contactNumber}</strong>
        </Text>
        <Badge variant="default" tt="none">
          {words.contact.kinds[contact.kind]}
        </Badge>
        {contact.anonymised && (
          <Badge variant="default" tt="none">
            {words.contact.anonymised}
          </Badge>
        )}
        {!contact.anonymised && !contact.valid && (
          <Badge variant="default" tt="none">
            {words.contact.notValid}
          </Badge>
        )}
      </Group>
      <Text size="sm">{words.contact.updatedAt({ when: formats.dateTime(contact.updatedAt) })}</Text>
    </Stack>
  );
}

const ToAll = () => (
  <Button component={Link} href={pages.contacts} variant="default">
    {useWords().contact.back}
  </Button>
);
