import { EMPTY, kindTraits } from '@roundtrip/contracts/words';
import type { ContactSummary } from '@roundtrip/gateway/api';
import { useCriteria } from '../api/use-all.js';
import { useFormats, useWords } from '../words/language.js';
import { OTHERS, SOME } from './change-filter.js';
import styles from './field-changes.module.css';

interface TransitionValueProps {
  path: string;
  text: string;
  /** What is said for texts, numbers and dates. */
  some: string;
}

/** A value of the transition table: as files have it, with its name before its code. */
export function TransitionValue({ path, text, some }: TransitionValueProps) {
  const words = useWords();
  const formats = useFormats();
  const criterion = useCriteria().data?.find(({ code }) => path === `criteria.${code}`);
  const isConsent = path.startsWith('authorisations.');
  if (text === EMPTY) return <span className={styles.said}>{isConsent ? words.values.empty : words.values.none}</span>;
  if (text === SOME) return <span className={styles.said}>{some}</span>;
  if (text === OTHERS) return <span className={styles.said}>{words.import.otherValues}</span>;
  if (text === 'TRUE') return words.values.true;
  if (text === 'FALSE') return words.values.false;
  if (path === 'kind') return words.contact.kinds[text as ContactSummary['kind']] ?? text;
  if (path === 'country') return formats.country(text);
  const codes = criterion && kindTraits[criterion.kind].several ? text.split('|') : [text];
  return codes.map((code) => {
    const name = criterion?.values.find((value) => value.code === code)?.name;
    return (
      <span key={code} className={styles.value}>
        {name === undefined ? code : `${name} `}
        {name !== undefined && <span className="beside">{code}</span>}
      </span>
    );
  });
}
