import { Button, Group, Paper, Radio, Stack, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { delimiters, languages } from '@roundtrip/contracts/words';
import type { Institution, InstitutionSettings } from '@roundtrip/gateway/api';
import { languageNames } from '@roundtrip/words/console';
import { api } from '../api/client.js';
import { inputProblems } from '../api/input-problems.js';
import { meQuery } from '../session/session.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import type { Note } from '../shell/saved-note.js';
import { useWords } from '../words/language.js';
import { useSaid } from '../words/use-said.js';
import { domainProblems } from './domain-problems.js';
import { institutionQuery } from './institution-query.js';

const pointers = ['/name', '/delimiter', '/language', '/allowedEmailDomains'];

interface InstitutionFormProps {
  institution: Institution;
  onSaved: (note: Note) => void;
}

export function InstitutionForm({ institution, onSaved }: InstitutionFormProps) {
  const words = useWords();
  const client = useQueryClient();
  // The roles of groups have a form of their own: what is not sent is kept.
  const { institutionId: _id, groupRoles: _roles, ...saved } = institution;
  const [settings, setSettings] = useState<InstitutionSettings>(saved);
  const save = useMutation({
    mutationFn: (wanted: InstitutionSettings) => api.put<Institution>('/v1/institution', wanted),
    onSuccess: ({ institutionId, groupRoles, ...now }) => {
      client.setQueryData(institutionQuery.queryKey, { institutionId, groupRoles, ...now });
      setSettings(now);
      onSaved({ text: ({ settings: said }) => said.saved });
      // The name stands at the top of every page, and other pages go by the settings.
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  const refusal = useSaid(save.error);
  const { at, rest } = inputProblems(refusal, pointers);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ ...settings, name: settings.name.trim() });
  };
  const change = (some: Partial<InstitutionSettings>): void => setSettings({ ...settings, ...some });
  return (
    <Paper withBorder p="lg" maw={720}>
      <form onSubmit={submit}>
        <Stack gap="lg">
          <TextInput
            label={words.settings.name}
            value={settings.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={at('/name')}
            required
          />
          <Radio.Group
            label={words.settings.delimiter}
            value={settings.delimiter}
            onChange={(delimiter) => change({ delimiter })}
            error={at('/delimiter')}
          >
            <Stack gap="xs" my={6}>
              {delimiters.toReversed().map((delimiter) => (
                <Radio
                  key={delimiter}
                  value={delimiter}
                  label={words.settings.delimiters[delimiter]}
                  description={words.settings.delimiterHints[delimiter]}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Radio.Group
            label={words.settings.language}
            description={words.settings.languageHint}
            value={settings.language}
            onChange={(language) => change({ language })}
            error={at('/language')}
          >
            <Group my={6}>
              {languages.map((language) => (
                <Radio key={language} value={language} label={<span lang={language}>{languageNames[language]}</span>} />
              ))}
            </Group>
          </Radio.Group>
          <TagsInput
            label={`${words.settings.domains} (${words.common.optional})`}
            description={words.settings.domainsHint}
            placeholder={settings.allowedEmailDomains.length === 0 ? words.settings.domainsPlaceholder : undefined}
            value={settings.allowedEmailDomains}
            onChange={(allowedEmailDomains) => change({ allowedEmailDomains })}
            splitChars={[',', ';', ' ']}
            error={domainProblems(refusal, save.variables?.allowedEmailDomains ?? [])}
          />
          {rest && <ProblemAlert problem={rest} />}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {words.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
