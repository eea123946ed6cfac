import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import type { NewApiKey } from '@roundtrip/gateway/api';
import { CopyButton } from '../shell/copy-button.js';
import { useWords } from '../words/language.js';

interface ShownKeyProps {
  made: NewApiKey;
  /** What else there is to know about it. */
  note?: string;
  onClose: () => void;
}

/** Nothing but its button closes it: the key would be lost. */
export function ShownKey({ made, note, onClose }: ShownKeyProps) {
  const words = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.settings.keyMade({ name: made.name })}
      centered
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Text>{words.settings.keyOnce}</Text>
        {note !== undefined && <Text>{note}</Text>}
        <TextInput
          label={words.settings.key}
          value={made.key}
          onFocus={(event) => event.currentTarget.select()}
          classNames={{ input: 'code' }}
          autoComplete="off"
          readOnly
          data-autofocus
        />
        <Group justify="space-between">
          <CopyButton text={made.key} label={words.settings.copyKey} />
          <Button onClick={onClose}>{words.settings.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
