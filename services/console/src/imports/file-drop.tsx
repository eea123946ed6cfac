import { FileButton, Button, Text } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useMe } from '../session/session.js';
import { useFormats, useWords } from '../words/language.js';
import styles from './file-drop.module.css';

interface FileDropProps {
  file: File | undefined;
  onChoose: (file: File) => void;
  disabled: boolean;
}

/** A file is dropped here, or chosen. */
export function FileDrop({ file, onChoose, disabled }: FileDropProps) {
  const words = useWords();
  const formats = useFormats();
  const { limits } = useMe();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped && !disabled) onChoose(dropped);
  };
  return (
    <div
      className={styles.place}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text fw={600} className={styles.name}>
        {file ? `${file.name} · ${formats.bytes(file.size)}` : words.upload.drop}
      </Text>
      <FileButton
        onChange={(chosen) => chosen && onChoose(chosen)}
        accept=".xlsx,.csv,.zip,text/csv,application/zip,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        disabled={disabled}
        inputProps={{ 'aria-label': words.upload.file }}
      >
        {(props) => (
          <Button {...props} variant="default" size="sm" disabled={disabled}>
            {file ? words.upload.chooseOther : words.upload.choose}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed">
        {words.upload.limit({ size: formats.bytes(limits.uploadMaxBytes) })}
      </Text>
    </div>
  );
}
