import { Anchor, Paper } from '@mantine/core';
import { Link } from 'wouter';
import type { ContactSummary } from '../api/answers.js';
import { nameOf } from '../contacts/contact-name.js';
import { contactPath } from '../contacts/contact-path.js';
import { useLanguage } from '../words/language.js';
import styles from './sample-table.module.css';

/** Contacts in lines; on a narrow page without their place. */
export function SampleTable({ contacts }: { contacts: readonly ContactSummary[] }) {
  const { words, language } = useLanguage();
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  return (
    <Paper withBorder>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.contactFields.contactNumber}</th>
            <th scope="col">{words.common.name}</th>
            <th scope="col">{words.contactFields.email}</th>
            <th scope="col">{words.contactFields.city}</th>
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <tr key={contact.contactNumber}>
              <td>
                <Anchor component={Link} href={contactPath(contact.contactNumber)} className="code" fz="sm">
                  {contact.contactNumber}
                </Anchor>
              </td>
              <td>{nameOf(contact)}</td>
              <td>{contact.email}</td>
              <td>
                {[contact.city, contact.country && (countries.of(contact.country) ?? contact.country)]
                  .filter(Boolean)
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}
