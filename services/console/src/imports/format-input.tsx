import { Radio, Stack } from '@mantine/core';
import { type TemplateFormat, templateFormats } from '@roundtrip/contracts/words';
import { useState } from 'react';
import { useWords } from '../words/language.js';

const STORED = 'roundtrip.templateFormat';

function lastFormat(): TemplateFormat {
  const stored = localStorage.getItem(STORED);
  return templateFormats.find((one) => one === stored) ?? 'xlsx';
}

/** The form that was chosen last in this browser; a workbook for who has not chosen yet. */
export function useTemplateFormat(): [TemplateFormat, (format: TemplateFormat) => void] {
  const [format, setFormat] = useState(lastFormat);
  const choose = (next: TemplateFormat): void => {
    localStorage.setItem(STORED, next);
    setFormat(next);
  };
  return [format, choose];
}

interface FormatInputProps {
  value: TemplateFormat;
  onChange: (format: TemplateFormat) => void;
}

/** As what the file is delivered. */
export function FormatInput({ value, onChange }: FormatInputProps) {
  const words = useWords().template;
  return (
    <Radio.Group label={words.format} value={value} onChange={(next) => onChange(next)}>
      <Stack gap="xs" my={6}>
        {templateFormats.toReversed().map((format) => (
          <Radio key={format} value={format} label={words.formats[format]} description={words.formatHints[format]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
