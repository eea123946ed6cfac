import { Alert, Button, Group, Paper, Progress, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { DataType, FileEncoding, ImportAction } from '@roundtrip/contracts';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { pageAbout, pages } from '@roundtrip/contracts/pages';
import { ApiProblem } from '../api/problem.js';
import { putJob } from '../live/job-cache.js';
import { useMay } from '../session/session.js';
import { NeedsRole } from '../shell/needs-role.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { useFormats, useWords } from '../words/language.js';
import { useSaid } from '../words/use-said.js';
import { type Conflicts, ConflictsInput } from './conflicts-input.js';
import { DataTypeInput } from './data-type-input.js';
import { EmailInput } from './email-input.js';
import { EncodingInput } from './encoding-input.js';
import { FileDrop } from './file-drop.js';
import { FileNote } from './file-note.js';
import { useFileInspection } from './use-file-inspection.js';
import { useUpload } from './use-upload.js';

const actions: readonly ImportAction[] = ['check', 'update'];

/** A file comes back: what it is, and what is to be done with it. */
export function NewPage() {
  const words = useWords();
  const formats = useFormats();
  const client = useQueryClient();
  const [, go] = useLocation();
  const mayUpdate = useMay('operator');
  const [file, setFile] = useState<File>();
  const [chosenType, setChosenType] = useState<DataType>();
  const [action, setAction] = useState<ImportAction>('check');
  const [conflicts, setConflicts] = useState<Conflicts>({ onConflict: 'reject', overwriteRefusals: false });
  const [encoding, setEncoding] = useState<FileEncoding>();
  const [email, setEmail] = useState('');
  const inspection = useFileInspection(file).data;
  const found = inspection?.is === 'csv' || inspection?.is === 'workbook' ? inspection.dataType : undefined;
  // Its letters are never in doubt.
  const isWorkbook = inspection?.is === 'workbook';
  // What the file looks like, until somebody says otherwise.
  const dataType = chosenType ?? found ?? 'criteria';
  const upload = useUpload((job) => {
    putJob(client, job);
    go(pageAbout(pages.import, job.importId));
  });
  const wrong =
    inspection?.is === 'wrong' || inspection?.is === 'too large' || (found !== undefined && found !== dataType);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file)
      upload.start({ file, dataType, action, email, encoding: isWorkbook ? undefined : encoding, ...conflicts });
  };
  const refusal = useSaid(upload.problem);
  const emailProblem = refusal instanceof ApiProblem ? refusal.about('email') : undefined;
  return (
    <PageFrame title={words.upload.title} lead={words.upload.lead}>
      <NeedsRole needed="editor">
        <Paper withBorder p="lg" maw={720}>
          <form onSubmit={submit}>
            <Stack gap="lg">
              <Stack gap="xs">
                <FileDrop
                  file={file}
                  onChoose={(chosen) => {
                    setFile(chosen);
                    setChosenType(undefined);
                    upload.reset();
                  }}
                  disabled={upload.running}
                />
                {inspection && <FileNote file={file} inspection={inspection} dataType={dataType} />}
              </Stack>
              <DataTypeInput
                types={['criteria', 'authorisations', 'contacts']}
                value={dataType}
                onChange={setChosenType}
              />
              <Radio.Group label={words.upload.action} value={action} onChange={(next) => setAction(next)}>
                <Stack gap="xs" mt={6}>
                  {actions.map((one) => (
                    <Radio
                      key={one}
                      value={one}
                      label={words.upload.actions[one]}
                      description={
                        one === 'update' && !mayUpdate
                          ? words.common.roleNeeded({ role: words.roles.operator })
                          : words.upload.actionHints[one]
                      }
                      disabled={one === 'update' && !mayUpdate}
                    />
                  ))}
                </Stack>
              </Radio.Group>
              {dataType !== 'contacts' && <ConflictsInput value={conflicts} onChange={setConflicts} />}
              {!isWorkbook && <EncodingInput value={encoding} onChange={setEncoding} />}
              <EmailInput description={words.upload.emailHint} value={email} onChange={setEmail} error={emailProblem} />
              {upload.problem && emailProblem === undefined && <ProblemAlert problem={upload.problem} />}
              {upload.stopped && <Alert color="yellow">{words.upload.stopped}</Alert>}
              {upload.running ? (
                <Stack gap="xs">
                  <Progress value={upload.share * 100} aria-label={words.upload.sending} />
                  <Group justify="space-between">
                    <Text size="sm" className="numbers" role="status">
                      {words.upload.sending} {formats.percent(Math.floor(upload.share * 100) / 100)}
                    </Text>
                    <Button variant="default" size="xs" onClick={upload.stop}>
                      {words.upload.stop}
                    </Button>
                  </Group>
                </Stack>
              ) : (
                <Group>
                  <Button type="submit" disabled={!file || wrong}>
                    {words.upload.start[action]}
                  </Button>
                  <Button component={Link} href={pages.jobs} variant="default">
                    {words.common.cancel}
                  </Button>
                </Group>
              )}
            </Stack>
          </form>
        </Paper>
      </NeedsRole>
    </PageFrame>
  );
}
