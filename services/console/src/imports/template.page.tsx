import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TemplateDataType } from '@roundtrip/contracts';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { pages } from '@roundtrip/contracts/pages';
import type { Target, Template, TemplateRequest } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { useAll, useAuthorisations, useCriteria } from '../api/use-all.js';
import { putJob } from '../live/job-cache.js';
import { useMay, useMe } from '../session/session.js';
import { NeedsRole } from '../shell/needs-role.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { usePreview } from '../targets/use-preview.js';
import { useWords } from '../words/language.js';
import { DataTypeInput } from './data-type-input.js';
import { EmailInput } from './email-input.js';
import { allFields, shown, wantedFields } from './field-choice.rules.js';
import { FieldsInput } from './fields-input.js';
import { FormatInput, useTemplateFormat } from './format-input.js';
import { TargetInput } from './target-input.js';
import { TemplatePreview } from './template-preview.js';
import { useTemplatePreview } from './use-template-preview.js';

/** Asks for the file of a target; it is followed on the Import page, at once. */
export function TemplatePage() {
  const words = useWords();
  const client = useQueryClient();
  const [, go] = useLocation();
  const mayEdit = useMay('editor');
  const listsDomains = useMe().settings.allowedEmailDomains.length > 0;
  const targets = useAll<Target>('/v1/targets');
  const [dataType, setDataType] = useState<TemplateDataType>('criteria');
  const [targetId, setTargetId] = useState<string | null>(null);
  const [email, setEmail] = useState('');
  const [format, setFormat] = useTemplateFormat();
  const [choices, setChoices] = useState({ criteria: allFields, authorisations: allFields });
  const definitions = { criteria: useCriteria().data, authorisations: useAuthorisations().data }[dataType];
  const fields = definitions?.filter(({ active }) => active) ?? [];
  const chosen = shown(fields, choices[dataType]).map(({ code }) => code);
  const target = targets.data?.find((one) => one.targetId === targetId);
  const preview = usePreview(mayEdit ? target?.rule : undefined);
  const wanted = { dataType, targetId: targetId ?? '', format };
  // One after the other: an institution has few places for reads that may look at every contact.
  const begin = useTemplatePreview(wanted, target !== undefined && preview.data !== undefined && !preview.isFetching);
  const codes = wantedFields(fields, choices[dataType]);
  const request = useMutation({
    mutationFn: () =>
      api.post<Template>('/v1/templates', {
        ...wanted,
        ...(codes && { fields: codes }),
        ...(email !== '' && { email }),
      } satisfies TemplateRequest),
    onSuccess: (template) => {
      putJob(client, template);
      go(pages.jobs);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    request.mutate();
  };
  const said = request.error instanceof ApiProblem ? request.error : undefined;
  const emailProblem = said?.about('/email');
  return (
    <PageFrame title={words.template.title} lead={words.template.lead}>
      <NeedsRole needed="editor">
        {targets.error && <ProblemAlert problem={targets.error} onRetry={() => void targets.refetch()} />}
        {targets.data?.length === 0 && (
          <Alert color="yellow">
            <Stack gap="sm" align="flex-start">
              <Text size="sm">{words.template.noTargets}</Text>
              <Button component={Link} href={pages.newTarget} size="xs">
                {words.template.createTarget}
              </Button>
            </Stack>
          </Alert>
        )}
        <form onSubmit={submit}>
          <Stack gap="lg">
            <Paper withBorder p="lg" maw={720}>
              <Stack>
                <DataTypeInput
                  types={['criteria', 'authorisations']}
                  value={dataType}
                  onChange={(next) => setDataType(next as TemplateDataType)}
                />
                <TargetInput
                  targets={targets.data}
                  value={targetId}
                  onChange={setTargetId}
                  count={preview.data?.count}
                  counting={preview.isFetching}
                />
                {preview.error && <ProblemAlert problem={preview.error} />}
                <FormatInput value={format} onChange={setFormat} />
                <FieldsInput
                  key={dataType}
                  fields={fields}
                  choice={choices[dataType]}
                  onChange={(choice) => setChoices({ ...choices, [dataType]: choice })}
                />
                <EmailInput
                  description={listsDomains ? words.template.emailHint : words.template.emailLinkHint}
                  value={email}
                  onChange={setEmail}
                  error={emailProblem}
                />
                {request.error && emailProblem === undefined && <ProblemAlert problem={request.error} />}
                <Group>
                  <Button
                    type="submit"
                    disabled={targetId === null || (definitions !== undefined && chosen.length === 0)}
                    loading={request.isPending}
                  >
                    {words.template.button}
                  </Button>
                  <Button component={Link} href={pages.jobs} variant="default">
                    {words.common.cancel}
                  </Button>
                </Group>
              </Stack>
            </Paper>
            <section>
              <Title order={2} mb="xs">
                {words.template.preview}
              </Title>
              <TemplatePreview
                fields={fields}
                chosen={chosen}
                preview={begin.data}
                count={preview.data?.count}
                problem={begin.error}
              />
            </section>
          </Stack>
        </form>
      </NeedsRole>
    </PageFrame>
  );
}
