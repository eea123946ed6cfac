import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useSearch } from 'wouter/use-browser-location';
import { pages } from '@roundtrip/contracts/pages';
import type { Activity } from '@roundtrip/gateway/api';
import { withQuery } from '../api/client.js';
import { download } from '../api/download.js';
import { itemsOf, usePages } from '../api/use-pages.js';
import { useMay } from '../session/session.js';
import { SettingsNav } from '../settings/settings-nav.js';
import { NeedsRole } from '../shell/needs-role.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useWords } from '../words/language.js';
import { type ActivityFilter, filterIn, queryOf } from './activity-filter.js';
import { ActivityList } from './activity-list.js';
import { FilterInputs } from './filter-inputs.js';

/** Who did what. What is looked for stands in the address: one comes back to it. */
export function ActivityPage() {
  const words = useWords();
  const filter = filterIn(useSearch());
  const fetchFile = useMutation({
    mutationFn: () => download(withQuery('/v1/activities', { ...queryOf(filter) }), 'text/csv', 'activities.csv'),
  });
  const mayRead = useMay('admin');
  return (
    <PageFrame
      title={words.activity.title}
      lead={words.activity.lead}
      actions={
        mayRead && (
          <Button variant="default" onClick={() => fetchFile.mutate()} loading={fetchFile.isPending}>
            {words.activity.download}
          </Button>
        )
      }
    >
      <SettingsNav />
      {fetchFile.error && <ProblemAlert problem={fetchFile.error} />}
      <NeedsRole needed="admin">
        <Activities filter={filter} />
      </NeedsRole>
    </PageFrame>
  );
}

function Activities({ filter }: { filter: ActivityFilter }) {
  const words = useWords();
  const [, go] = useLocation();
  const list = usePages<Activity>('/v1/activities', { ...queryOf(filter) });
  const activities = itemsOf(list.data);
  const look = (wanted: ActivityFilter): void => go(withQuery(pages.activity, { ...wanted }), { replace: true });
  return (
    <>
      <FilterInputs filter={filter} known={activities} onChange={look} />
      {list.isPending && <Waiting />}
      {list.error && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {list.data && activities.length === 0 && !list.error && <Text role="status">{words.activity.none}</Text>}
      {activities.length > 0 && <ActivityList activities={activities} />}
      {list.hasNextPage && !list.isPlaceholderData && (
        <Group>
          <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {words.common.showMore}
          </Button>
        </Group>
      )}
    </>
  );
}
