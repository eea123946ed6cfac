import { kindTraits } from '@roundtrip/contracts/words';
import { Badge, Text } from '@mantine/core';
import type { Criterion } from '@roundtrip/gateway/api';
import type { Note } from '../shell/saved-note.js';
import { useWords } from '../words/language.js';
import { CriterionValues } from './criterion-values.js';
import styles from './definitions.module.css';
import { EditButton } from './edit-button.js';

/** A criterion in the list; the values of a list are a click away. */
export function CriterionItem({ criterion, onSaved }: { criterion: Criterion; onSaved: (note: Note) => void }) {
  const words = useWords();
  const { name, code, kind, rank, active } = criterion;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <div>
          <h3 className={styles.name}>{name}</h3>
          <span className="beside">{code}</span>
          {!active && (
            <Badge variant="default" size="sm" tt="none">
              {words.common.inactive}
            </Badge>
          )}
          <Text size="sm" c="dimmed">
            {words.kinds[kind]} · {words.definitions.rankIs({ rank })}
          </Text>
        </div>
        <EditButton subject={{ type: 'criterion', current: criterion }} onSaved={onSaved} />
      </div>
      {kindTraits[kind].coded && <CriterionValues criterion={criterion} onSaved={onSaved} />}
    </li>
  );
}
