import { Alert, Container } from '@mantine/core';
import { useMay, useMe } from '../session/session.js';
import { endNow } from '../settings/key-end.js';
import { useFormats, useWords } from '../words/language.js';

/** On every page, a month before: who finds out when it is over cannot sign in any more. */
export function KeyEndNote() {
  const words = useWords();
  const formats = useFormats();
  const { keyExpiresAt } = useMe();
  const mayRotate = useMay('admin');
  if (keyExpiresAt === null || endNow(keyExpiresAt) !== 'soon') return null;
  const { ownKeyEnds, ownKeyEndsAdmin, ownKeyEndsOther } = words.settings;
  return (
    <Container size="xl" pt="md">
      <Alert color="yellow">
        {ownKeyEnds({ day: formats.date(keyExpiresAt) })} {mayRotate ? ownKeyEndsAdmin : ownKeyEndsOther}
      </Alert>
    </Container>
  );
}
