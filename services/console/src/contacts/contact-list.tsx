import { Anchor, Paper } from '@mantine/core';
import { Link } from 'wouter';
import type { ContactSummary } from '@roundtrip/gateway/api';
import styles from '../shell/list-table.module.css';
import { useFormats, useWords } from '../words/language.js';
import columns from './contact-list.module.css';
import { nameOf } from './contact-name.js';
import { contactPath } from './contact-path.js';

/** Contacts by number. On a narrow page a card each. */
export function ContactList({ contacts }: { contacts: readonly ContactSummary[] }) {
  const words = useWords();
  return (
    <Paper withBorder>
      <table className={`${styles.table} ${columns.columns}`}>
        <thead>
          <tr>
            <th scope="col">{words.contact.number}</th>
            <th scope="col">{words.contact.who}</th>
            <th scope="col">{words.contact.fields.email}</th>
            <th scope="col">{words.contact.where}</th>
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <ContactRow key={contact.contactNumber} contact={contact} />
          ))}
        </tbody>
      </table>
    </Paper>
  );
}

function ContactRow({ contact }: { contact: ContactSummary }) {
  const words = useWords();
  const formats = useFormats();
  const { contactNumber, email, city, country, company, lastName } = contact;
  const place = [city, country === null ? null : formats.country(country)].filter(Boolean).join(', ');
  return (
    <tr>
      <td data-label={words.contact.number} className="numbers">
        {contactNumber}
      </td>
      <th scope="row" data-label={words.contact.who}>
        <span>
          <Anchor component={Link} href={contactPath(contactNumber)} size="sm" fw={600}>
            {nameOf(contact)}
          </Anchor>
          {company !== null && lastName !== null && <div>{company}</div>}
        </span>
      </th>
      <td data-label={words.contact.fields.email}>{email ?? words.common.none}</td>
      <td data-label={words.contact.where}>{place || words.common.none}</td>
    </tr>
  );
}
