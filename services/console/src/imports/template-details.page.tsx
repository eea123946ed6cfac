import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { pages } from '@roundtrip/contracts/pages';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { Template } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { templatePath } from '../live/job-cache.js';
import { useMay } from '../session/session.js';
import { useBy } from '../session/use-by.js';
import { NeedsRole } from '../shell/needs-role.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useFormats, useWords } from '../words/language.js';
import { JobProgress } from './job-progress.js';
import { isOpen } from './job-states.js';
import { StateBadge } from './state-badge.js';
import { TemplateFile } from './template-file.js';
import { TemplateOutcome } from './template-outcome.js';

/** One template: its file, or why there is none. Mails lead here. */
export function TemplateDetailsPage() {
  const words = useWords();
  const { templateId } = useParams<{ templateId: string }>();
  const path = templatePath(templateId);
  const template = useQuery({ queryKey: [path], queryFn: ({ signal }) => api.get<Template>(path, signal) });
  if (template.data) return <Details template={template.data} />;
  if (template.error instanceof ApiProblem && template.error.status === 404) {
    return (
      <PageFrame title={words.templateDetails.notThere} lead={words.import.notThereHint} actions={<ToAll />}>
        {null}
      </PageFrame>
    );
  }
  return (
    <PageFrame title={template.error ? words.problem.title : words.common.loading}>
      {template.error ? <ProblemAlert problem={template.error} onRetry={() => void template.refetch()} /> : <Waiting />}
    </PageFrame>
  );
}

const ToAll = () => (
  <Button component={Link} href={pages.jobs} variant="default">
    {useWords().common.back}
  </Button>
);

function Details({ template }: { template: Template }) {
  const words = useWords();
  const mayAsk = useMay('editor');
  const hasFile = template.links.file !== null;
  const isOver = !isOpen(template);
  const isZip = template.file?.name.endsWith('.zip') ?? false;
  return (
    <PageFrame title={template.target.name} lead={<About template={template} />} actions={<ToAll />}>
      <Paper withBorder p="md" maw={720}>
        <Stack gap="sm" align="flex-start">
          <StateBadge job={template} />
          {isOver ? (
            <TemplateOutcome template={template} />
          ) : (
            <Stack gap="xs" w="100%">
              <JobProgress job={template} name={template.target.name} />
              <Text size="sm">{words.import.running}</Text>
            </Stack>
          )}
          {hasFile && (
            <NeedsRole needed="editor">
              <TemplateFile template={template} size="sm" />
              <Text size="sm">
                {isZip ? words.templateDetails.unzip : words.templateDetails.open} {words.templateDetails.goOn}
              </Text>
              <Text size="sm" c="dimmed">
                {words.templateDetails[template.format === 'csv' ? 'asText' : 'asItIs']}
              </Text>
            </NeedsRole>
          )}
          {isOver && !hasFile && mayAsk && (
            <Button component={Link} href={pages.newTemplate}>
              {words.jobs.downloadTemplate}
            </Button>
          )}
        </Stack>
      </Paper>
    </PageFrame>
  );
}

function About({ template }: { template: Template }) {
  const words = useWords();
  const formats = useFormats();
  const by = useBy();
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs">
        <Badge variant="default" tt="none">
          {words.jobs.what.template}
        </Badge>
        <span className="code">{template.target.code}</span>
      </Group>
      <Text size="sm">
        {words.dataTypes[template.dataType]} · {words.jobs.formats[template.format]} ·{' '}
        {template.fields && `${words.templateDetails.fields({ n: template.fields.length })} · `}
        {formats.dateTime(template.requestedAt)} {by(template.requestedBy)}
      </Text>
    </Stack>
  );
}
