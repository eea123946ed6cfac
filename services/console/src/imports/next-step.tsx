import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Import } from '@roundtrip/gateway/api';
import { useMay } from '../session/session.js';
import { useWords } from '../words/language.js';
import { UpdateDialog } from './update-dialog.js';

/**
 * After a check: the update. Greyed out, with the reason, when it may not be.
 *
 * @param isUncertain nobody has said yet how the letters of the file are to be read
 */
export function NextStep({ check, isUncertain }: { check: Import; isUncertain: boolean }) {
  const words = useWords();
  const mayUpdate = useMay('operator');
  const [updating, update] = useDisclosure();
  const lines = check.counts?.wouldApply ?? 0;
  const reason =
    lines === 0
      ? words.import.nothingToUpdate
      : mayUpdate
        ? undefined
        : words.common.roleNeeded({ role: words.roles.operator });
  return (
    <Paper withBorder p="md" component="section" aria-label={words.import.nextStep}>
      <Group justify="space-between">
        <div>
          <Title order={2}>{words.import.nextStep}</Title>
          {lines > 0 && <Text size="sm">{words.import.updateHint({ n: lines })}</Text>}
          {lines > 0 && isUncertain && <Text size="sm">{words.import.lettersFirst}</Text>}
          {reason !== undefined && (
            <Text size="sm" id="no-update">
              {reason}
            </Text>
          )}
        </div>
        <Button
          size="md"
          onClick={update.open}
          disabled={reason !== undefined}
          aria-describedby={reason === undefined ? undefined : 'no-update'}
        >
          {words.jobs.update}
        </Button>
      </Group>
      {updating && <UpdateDialog check={check} onClose={update.close} />}
    </Paper>
  );
}
