import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Criterion } from '@roundtrip/gateway/api';
import type { Note } from '../shell/saved-note.js';
import { useWords } from '../words/language.js';
import { DefinitionTable } from './definition-table.js';
import styles from './definitions.module.css';
import { NewButton } from './new-button.js';

const SHOWN = 50;

/** The values of a LIST or MULTI_LIST, folded away until somebody asks. */
export function CriterionValues({ criterion, onSaved }: { criterion: Criterion; onSaved: (note: Note) => void }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const { name, values } = criterion;
  const shown = all ? values : values.slice(0, SHOWN);
  return (
    <details className={styles.values} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary
        aria-label={`${words.definitions.valuesOf({ name })}: ${words.definitions.values({ n: values.length })}`}
      >
        {words.definitions.values({ n: values.length })}
      </summary>
      {open && (
        <Stack gap="xs" align="flex-start" pt="xs">
          {values.length === 0 ? (
            <Text size="sm">{words.definitions.noValues}</Text>
          ) : (
            <DefinitionTable
              label={words.definitions.valuesOf({ name })}
              subjects={shown.map((current) => ({ type: 'value', of: criterion, current }))}
              onSaved={onSaved}
            />
          )}
          {values.length > shown.length && (
            <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
              {words.definitions.allValues({ n: values.length })}
            </Button>
          )}
          <NewButton
            subject={{ type: 'value', of: criterion }}
            text={words.definitions.newValue}
            label={words.definitions.newValueOf({ name })}
            onSaved={onSaved}
          />
        </Stack>
      )}
    </details>
  );
}
