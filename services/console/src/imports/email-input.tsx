import { TextInput } from '@mantine/core';
import { useMe } from '../session/session.js';
import { useWords } from '../words/language.js';

interface EmailInputProps {
  description: string;
  value: string;
  onChange: (email: string) => void;
  error?: string | undefined;
}

/** Where the one mail about the end goes, if anywhere. */
export function EmailInput({ description, value, onChange, error }: EmailInputProps) {
  const words = useWords();
  const domains = useMe().settings.allowedEmailDomains;
  return (
    <TextInput
      type="email"
      label={`${words.upload.email} (${words.common.optional})`}
      description={domains.length === 0 ? description : `${description} ${domains.map((one) => `@${one}`).join(', ')}`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
      error={error}
      autoComplete="email"
    />
  );
}
