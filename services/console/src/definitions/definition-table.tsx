import { Badge } from '@mantine/core';
import { useMay } from '../session/session.js';
import listStyles from '../shell/list-table.module.css';
import type { Note } from '../shell/saved-note.js';
import { useFormats, useWords } from '../words/language.js';
import styles from './definitions.module.css';
import { EditButton } from './edit-button.js';
import type { Subject } from './subject.js';

interface DefinitionTableProps {
  label: string;
  subjects: readonly Subject[];
  onSaved: (note: Note) => void;
}

/** Values or authorisations by rank: name, code, rank, whether they are used. */
export function DefinitionTable({ label, subjects, onSaved }: DefinitionTableProps) {
  const words = useWords();
  const mayChange = useMay('admin');
  return (
    <table className={`${listStyles.table} ${styles.columns}`} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{words.definitions.name}</th>
          <th scope="col">{words.definitions.code}</th>
          <th scope="col">{words.definitions.rank}</th>
          <th scope="col">{words.definitions.state}</th>
          {mayChange && <th scope="col">{words.definitions.action}</th>}
        </tr>
      </thead>
      <tbody>
        {subjects.map((subject) => (
          <Row key={subject.current?.code} subject={subject} onSaved={onSaved} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ subject, onSaved }: { subject: Subject; onSaved: (note: Note) => void }) {
  const words = useWords();
  const formats = useFormats();
  const mayChange = useMay('admin');
  if (!subject.current) return null;
  const { name, code, rank, active } = subject.current;
  return (
    <tr>
      <th scope="row" data-label={words.definitions.name}>
        {name}
      </th>
      <td data-label={words.definitions.code}>
        <span className="code">{code}</span>
      </td>
      <td data-label={words.definitions.rank} className="numbers">
        {formats.number(rank)}
      </td>
      <td data-label={words.definitions.state}>
        {active ? (
          words.common.active
        ) : (
          <span>
            <Badge variant="default" size="sm" tt="none">
              {words.common.inactive}
            </Badge>
          </span>
        )}
      </td>
      {mayChange && (
        <td data-label={words.definitions.action}>
          <span>
            <EditButton subject={subject} onSaved={onSaved} />
          </span>
        </td>
      )}
    </tr>
  );
}
