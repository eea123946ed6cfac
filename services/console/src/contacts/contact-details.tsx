import { Paper, Text, Title } from '@mantine/core';
import type { Contact } from '@roundtrip/gateway/api';
import facts from '../shell/facts.module.css';
import { useFormats, useWords } from '../words/language.js';

/** Name, address and how to reach the contact; what it does not have is not listed. */
export function ContactDetails({ contact }: { contact: Contact }) {
  const words = useWords();
  const formats = useFormats();
  const { title, lastName, firstName, company, email, phone, mobile, street, postcode, city, country } = contact;
  const rows: [label: string, value: string | false | null][] = [
    [words.contact.fields.title, title],
    [words.contact.fields.lastName, lastName],
    [words.contact.fields.firstName, firstName],
    [words.contact.fields.company, company],
    [words.contact.fields.email, email],
    [words.contact.fields.phone, phone],
    [words.contact.fields.mobile, mobile],
    [words.contact.fields.street, street],
    [words.contact.fields.postcode, postcode],
    [words.contact.fields.city, city],
    [words.contact.fields.country, country !== null && formats.country(country)],
    [words.contact.fields.language, contact.language !== null && formats.languageName(contact.language)],
    [words.contact.fields.birthDate, contact.birthDate !== null && formats.day(contact.birthDate)],
  ];
  const known = rows.filter(([, value]) => Boolean(value));
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="sm">
        {words.contact.details}
      </Title>
      {known.length === 0 && <Text size="sm">{words.contact.noDetails}</Text>}
      <dl className={facts.facts}>
        {known.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
