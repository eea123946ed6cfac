import type { FieldValue } from '@roundtrip/contracts';
import type { ContactSummary, Criterion } from '@roundtrip/gateway/api';
import { useCriteria } from '../api/use-all.js';
import { useFormats, useWords } from '../words/language.js';
import { ConsentBadge } from './consent-badge.js';
import styles from './field-text.module.css';

/** A value of a field as people read it: values of a list with their names, and plainly when there is none. */
export function FieldText({ field, value }: { field: string; value: FieldValue }) {
  const words = useWords();
  const formats = useFormats();
  const criteria = useCriteria();
  if (field.startsWith('authorisations.')) return <ConsentBadge value={value === null ? null : value === true} />;
  if (value === null || (Array.isArray(value) && value.length === 0)) {
    return <span className={styles.none}>{words.values.none}</span>;
  }
  if (typeof value === 'boolean') return words.values[value ? 'true' : 'false'];
  if (typeof value === 'number') return <span className="numbers">{formats.exact(value)}</span>;
  const criterion = criteria.data?.find(({ code }) => field === `criteria.${code}`);
  if (Array.isArray(value)) return value.map((code) => <CodeName key={code} code={code} criterion={criterion} />);
  if (criterion?.kind === 'LIST') return <CodeName code={value} criterion={criterion} />;
  if (criterion?.kind === 'DATE' || field === 'contact.birthDate') return formats.day(value);
  if (field === 'contact.country') return formats.country(value);
  if (field === 'contact.language') return formats.languageName(value);
  if (field === 'contact.kind') return words.contact.kinds[value as ContactSummary['kind']] ?? value;
  return <span className={styles.text}>{value}</span>;
}

/** A value of a list: its name, and its code as files have it. */
function CodeName({ code, criterion }: { code: string; criterion: Criterion | undefined }) {
  const name = criterion?.values.find((value) => value.code === code)?.name;
  return (
    <span className={styles.value}>
      {name ?? code} {name !== undefined && <span className="beside">{code}</span>}
    </span>
  );
}
