import type { ConsoleWords } from '@roundtrip/words/console';
import { Button, CloseButton, Paper, Text } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useEffect } from 'react';
import { useWords } from '../words/language.js';
import styles from './saved-note.module.css';

export interface Note {
  /** In the language of the page, also of one that changes while the note stands. */
  text: (words: ConsoleWords) => string;
  /** It is not done yet: the note stays, and offers to look again. */
  onLookAgain?: () => void;
}

const SHOWN_MS = 6_000;

/** What became of what somebody saved, at the lower edge of the window, where it moves nothing. */
export function SavedNote({ note, onClose }: { note: Note | undefined; onClose: () => void }) {
  const words = useWords();
  const { start, clear } = useTimeout(onClose, SHOWN_MS);
  useEffect(() => {
    if (note && !note.onLookAgain) start();
    return clear;
  }, [note, start, clear]);
  return (
    <div role="status" className={styles.place}>
      {note && (
        <Paper withBorder shadow="md" p="sm" className={styles.note}>
          <Text size="sm">{note.text(words)}</Text>
          {note.onLookAgain && (
            <Button size="xs" variant="default" onClick={note.onLookAgain}>
              {words.common.lookAgain}
            </Button>
          )}
          <CloseButton aria-label={words.common.close} onClick={onClose} />
        </Paper>
      )}
    </div>
  );
}
