import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { pages } from '@roundtrip/contracts/pages';
import type { Target, TargetRequest } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { useMay } from '../session/session.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { useWords } from '../words/language.js';
import { useSaid } from '../words/use-said.js';
import { DeleteTargetDialog } from './delete-target-dialog.js';
import { RuleEditor } from './rule-editor.js';
import { sentenceOf } from './rule-sentence.js';
import { type GroupNode, isComplete, partAt, toRule, toTree } from './rule-tree.js';
import { TargetSample } from './target-sample.js';
import { usePreview } from './use-preview.js';
import { useRuleFields, useSpeech } from './use-rule-fields.js';

const TYPING_MS = 400;

/** Name, code and rule, with what the rule holds now. Who may not change it sees it. */
export function TargetForm({ target }: { target: Target | undefined }) {
  const words = useWords();
  const client = useQueryClient();
  const [, go] = useLocation();
  const mayEdit = useMay('editor');
  const fields = useRuleFields();
  const speech = useSpeech();
  const [name, setName] = useState(target?.name ?? '');
  const [code, setCode] = useState(target?.code ?? '');
  const [tree, setTree] = useState<GroupNode>(() => toTree(target?.rule ?? { all: [] }));
  const [deleting, deletion] = useDisclosure();
  const complete = isComplete(tree);
  const [settled] = useDebouncedValue(tree, TYPING_MS);
  const rule = useMemo(() => (isComplete(settled) ? toRule(settled) : undefined), [settled]);
  const preview = usePreview(mayEdit ? rule : undefined);
  const save = useMutation({
    mutationFn: () => {
      const body: TargetRequest = { name, code, rule: toRule(tree) };
      return target ? api.put<Target>(`/v1/targets/${target.targetId}`, body) : api.post<Target>('/v1/targets', body);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['/v1/targets'] });
      go(pages.targets);
    },
  });
  const refusal = useSaid(save.error ?? preview.error);
  const refused = refusal instanceof ApiProblem ? refusal : undefined;
  const problems = new Map(
    refused?.errors
      .filter(({ pointer }) => pointer.startsWith('/rule'))
      .map(({ pointer, message }) => [partAt(tree, pointer).id, message]),
  );
  const saidElsewhere =
    problems.size > 0 || refused?.about('/name') !== undefined || refused?.about('/code') !== undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <PageFrame
      title={target?.name ?? words.targets.create}
      lead={mayEdit ? words.targets.editLead : words.common.roleNeeded({ role: words.roles.editor })}
      actions={
        mayEdit &&
        target && (
          <Button variant="default" onClick={deletion.open}>
            {words.common.delete}
          </Button>
        )
      }
    >
      {deleting && target && <DeleteTargetDialog target={target} onClose={deletion.close} />}
      <form onSubmit={submit}>
        <fieldset disabled={!mayEdit} className="plain">
          <Stack gap="lg">
            <Paper withBorder p="md">
              <Group align="flex-start" grow preventGrowOverflow={false}>
                <TextInput
                  label={words.common.name}
                  value={name}
                  onChange={(event) => setName(event.currentTarget.value)}
                  error={refused?.about('/name')}
                  maxLength={200}
                  required
                />
                <TextInput
                  label={words.common.code}
                  description={words.targets.codeHint}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  value={code}
                  onChange={(event) => setCode(event.currentTarget.value)}
                  error={refused?.about('/code')}
                  maxLength={40}
                  required
                />
              </Group>
            </Paper>
            <Stack gap="xs">
              <Title order={2}>{words.targets.rule}</Title>
              <Text role="status" fw={550}>
                {sentenceOf(tree, speech)}
              </Text>
              <RuleEditor group={tree} fields={fields} problems={problems} onChange={setTree} />
            </Stack>
            {save.error && !saidElsewhere && <ProblemAlert problem={save.error} />}
            {mayEdit && (
              <Group>
                <Button type="submit" loading={save.isPending} disabled={!complete || name === '' || code === ''}>
                  {words.common.save}
                </Button>
                <Button component={Link} href={pages.targets} variant="default">
                  {words.common.cancel}
                </Button>
                {!complete && <Text size="sm">{words.targets.incomplete}</Text>}
              </Group>
            )}
          </Stack>
        </fieldset>
      </form>
      {mayEdit && (
        <TargetSample
          preview={complete ? preview.data : undefined}
          counting={preview.isFetching || settled !== tree}
          problem={problems.size === 0 ? preview.error : null}
        />
      )}
    </PageFrame>
  );
}
