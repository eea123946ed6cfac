import { useCriteria } from '../api/use-all.js';
import { useFormats, useWords } from '../words/language.js';
import styles from './field-changes.module.css';
import { type TransitionPart, transitionParts } from './transition-parts.js';

/** What the values of a field's transitions are for who reads them. */
export function useTransitionParts(path: string): (text: string, some: string) => TransitionPart[] {
  const words = useWords();
  const formats = useFormats();
  const criterion = useCriteria().data?.find(({ code }) => path === `criteria.${code}`);
  return (text, some) => transitionParts(path, text, { words, formats, criterion, some });
}

/** A value of the transition table, with its name before its code. */
export const TransitionValue = ({ parts }: { parts: readonly TransitionPart[] }) =>
  parts.map(({ text, code, told }) => (
    <span key={`${code} ${text}`} className={told ? styles.said : styles.value}>
      {text}
      {code !== undefined && (
        <>
          {' '}
          <span className="beside">{code}</span>
        </>
      )}
    </span>
  ));
