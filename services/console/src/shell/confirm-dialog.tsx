import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useWords } from '../words/language.js';
import { ProblemAlert } from './problem-alert.js';
import { useFocusBack } from './use-focus-back.js';

interface ConfirmDialogProps {
  title: string;
  confirm: string;
  refuse?: string;
  colour?: string;
  busy: boolean;
  problem: Error | null;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something happens. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const words = useWords();
  useFocusBack();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // A dialog is a part of what opened it, also for events.
    event.stopPropagation();
    props.onConfirm();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      centered
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <form onSubmit={submit}>
        <Stack>
          {props.children}
          {props.problem && <ProblemAlert problem={props.problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {props.refuse ?? words.common.cancel}
            </Button>
            <Button type="submit" loading={props.busy} color={props.colour ?? 'blue'} data-autofocus>
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
