import { Checkbox, Radio, Stack } from '@mantine/core';
import type { OnConflict } from '@roundtrip/contracts';
import { useMay } from '../session/session.js';
import { useWords } from '../words/language.js';

export interface Conflicts {
  onConflict: OnConflict;
  overwriteRefusals: boolean;
}

const choices: readonly OnConflict[] = ['reject', 'overwrite'];

/** What becomes of values that changed since the file was made. Only for those who may choose. */
export function ConflictsInput({ value, onChange }: { value: Conflicts; onChange: (value: Conflicts) => void }) {
  const words = useWords();
  const mayOverwrite = useMay('operator');
  const mayOverwriteRefusals = useMay('admin');
  if (!mayOverwrite) return null;
  const { onConflict, overwriteRefusals } = value;
  return (
    <Stack gap="xs">
      <Radio.Group
        label={words.upload.conflicts}
        value={onConflict}
        onChange={(next) =>
          onChange({ onConflict: next, overwriteRefusals: next === 'overwrite' && overwriteRefusals })
        }
      >
        <Stack gap="xs" mt={6}>
          {choices.map((choice) => (
            <Radio key={choice} value={choice} label={words.upload.onConflict[choice]} />
          ))}
        </Stack>
      </Radio.Group>
      {mayOverwriteRefusals && onConflict === 'overwrite' && (
        <Checkbox
          checked={overwriteRefusals}
          onChange={(event) => onChange({ onConflict, overwriteRefusals: event.currentTarget.checked })}
          label={words.upload.overwriteRefusals}
          description={words.upload.overwriteRefusalsHint}
        />
      )}
    </Stack>
  );
}
