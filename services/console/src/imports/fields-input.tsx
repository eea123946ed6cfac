import { Button, Checkbox, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { type DragEvent, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../words/language.js';
import { columnsOf, type FieldChoice, inOrder, matching, moveTo, show } from './field-choice.rules.js';
import styles from './fields-input.module.css';

interface FieldsInputProps {
  /** Those that are active, by rank. */
  fields: readonly { code: string; name: string }[];
  choice: FieldChoice;
  onChange: (choice: FieldChoice) => void;
}

/** Which fields the file shows, and in which order: by the buttons of each, or by dragging. */
export function FieldsInput({ fields, choice, onChange }: FieldsInputProps) {
  const { common, template } = useWords();
  const words = template.fields;
  const [search, setSearch] = useState('');
  const [moved, setMoved] = useState<Parameters<typeof words.moved>[0]>();
  const [dragged, setDragged] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const pressed = useRef<string>(undefined);
  const ordered = inOrder(fields, choice);
  const order = ordered.map(({ code }) => code);
  const found = matching(ordered, search);
  const chosen = fields.filter(({ code }) => !choice.leftOut.has(code)).length;

  // A row that moves takes its button out of the page for a moment, and the focus with it.
  useLayoutEffect(() => {
    if (pressed.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(pressed.current)}"]`)?.focus();
    pressed.current = undefined;
  });
  const put = (code: string, place: string | undefined): void => {
    if (place === undefined || place === code) return;
    const next = moveTo(choice, order, code, place);
    setMoved({ name: code, place: next.order.indexOf(code) + 1, of: order.length });
    onChange(next);
  };
  const allOf = (isShown: boolean): void =>
    onChange(
      show(
        choice,
        found.map(({ code }) => code),
        isShown,
      ),
    );
  const drop = (event: DragEvent, place: string): void => {
    event.preventDefault();
    if (dragged !== undefined) put(dragged, place);
    setDragged(undefined);
  };
  const chosenText = (n: number): string => {
    const columns = columnsOf(n);
    if (n === 0) return words.none;
    return n === fields.length
      ? words.chosenAll({ all: n, columns })
      : words.chosen({ n, all: fields.length, columns });
  };
  return (
    <details className={styles.fields}>
      <summary>
        <span className={styles.label}>{words.label}</span>{' '}
        <Text span size="sm" c={chosen === 0 ? 'var(--mantine-color-error)' : 'dimmed'} aria-live="polite">
          {chosenText(chosen)}
        </Text>
      </summary>
      <Stack gap="xs" mt="xs">
        <Group gap="xs" align="flex-end">
          <TextInput
            className={styles.search}
            size="xs"
            label={words.search}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Button size="xs" variant="default" onClick={() => allOf(true)}>
            {words.showAll}
          </Button>
          <Button size="xs" variant="default" onClick={() => allOf(false)}>
            {words.showNone}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {words.hint}
        </Text>
        <ScrollArea.Autosize mah={320} type="auto">
          <ul ref={list} className={styles.list} aria-label={words.label}>
            {found.map(({ code, name }, index) => (
              // By keyboard the buttons do the same.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
              <li
                key={code}
                className={styles.field}
                draggable
                data-dragged={dragged === code || undefined}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  setDragged(code);
                }}
                onDragEnd={() => setDragged(undefined)}
                onDragOver={(event) => dragged !== undefined && event.preventDefault()}
                onDrop={(event) => drop(event, code)}
              >
                <Checkbox
                  size="sm"
                  label={name}
                  description={<span className="code">{code}</span>}
                  checked={!choice.leftOut.has(code)}
                  onChange={(event) => onChange(show(choice, [code], event.currentTarget.checked))}
                />
                <Group gap={4} wrap="nowrap">
                  {[
                    { sign: '↑', label: words.up({ name }), place: found[index - 1]?.code },
                    { sign: '↓', label: words.down({ name }), place: found[index + 1]?.code },
                  ].map(({ sign, label, place }) => (
                    <Button
                      key={sign}
                      size="compact-sm"
                      variant="default"
                      aria-label={label}
                      aria-disabled={place === undefined}
                      data-move={code + sign}
                      onClick={() => {
                        pressed.current = code + sign;
                        put(code, place);
                      }}
                    >
                      {sign}
                    </Button>
                  ))}
                </Group>
              </li>
            ))}
          </ul>
          {found.length === 0 && <Text size="sm">{common.nothingFound}</Text>}
        </ScrollArea.Autosize>
        <span className={styles.said} role="status">
          {moved && words.moved(moved)}
        </span>
      </Stack>
    </details>
  );
}
