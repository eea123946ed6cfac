import { Button, CopyButton as WithCopy } from '@mantine/core';
import { useWords } from '../words/language.js';

/** Copies the text with one click, and says so in its place. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const words = useWords();
  return (
    <WithCopy value={text} timeout={2000}>
      {({ copied, copy }) => (
        <Button
          size="compact-xs"
          variant="default"
          miw={64}
          onClick={copy}
          aria-label={copied ? words.common.copied : label}
        >
          {copied ? words.common.copied : words.common.copy}
        </Button>
      )}
    </WithCopy>
  );
}
