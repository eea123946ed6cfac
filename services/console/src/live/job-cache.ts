import type { QueryClient } from '@tanstack/react-query';
import type { Import, ImportDetails, Job, Template } from '@roundtrip/gateway/api';
import type { Pages } from '../api/use-pages.js';

export const listPath = (type: Job['type']): string => (type === 'template' ? '/v1/templates' : '/v1/imports');
export const jobId = (job: Job): string => (job.type === 'template' ? job.templateId : job.importId);
export const importPath = (importId: string): string => `/v1/imports/${importId}`;
export const templatePath = (templateId: string): string => `/v1/templates/${encodeURIComponent(templateId)}`;

/** The list with the job: in its place when it is known, else at the top. A document that is older than what is shown changes nothing. */
export function withJob<J extends Job>(pages: Pages<J>, job: J): Pages<J> {
  const id = jobId(job);
  const known = pages.pages.flatMap((page) => page.items).find((one) => jobId(one) === id);
  if (known && known.version >= job.version) return pages;
  if (!known) {
    const [first, ...others] = pages.pages;
    if (!first) return pages;
    const at = first.items.findIndex((one) => one.requestedAt < job.requestedAt);
    const items = at === -1 ? undefined : first.items.toSpliced(at, 0, job);
    // Older than all of the first page: it is on a later one, or the list is empty.
    if (!items)
      return first.nextCursor === null
        ? { ...pages, pages: [{ ...first, items: [...first.items, job] }, ...others] }
        : pages;
    return { ...pages, pages: [{ ...first, items }, ...others] };
  }
  return {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: page.items.map((one) => (jobId(one) === id ? job : one)) })),
  };
}

/** Puts what is known of a job into everything that shows it. */
export function putJob(client: QueryClient, job: Template | Import): void {
  client.setQueriesData<Pages<Job>>({ queryKey: [listPath(job.type)], exact: false, predicate: isList }, (pages) =>
    pages ? withJob(pages, job) : pages,
  );
  if (job.type === 'template') {
    const isOlder = (shown: Template | undefined): boolean => shown !== undefined && shown.version < job.version;
    client.setQueryData<Template>([templatePath(job.templateId)], (shown) => (isOlder(shown) ? job : shown));
    return;
  }
  const key = [importPath(job.importId)];
  const shown = client.getQueryData<ImportDetails>(key);
  if (!shown || shown.version >= job.version) return;
  // Its results come with the end, and only when it is asked for.
  if (job.finishedAt !== null) void client.invalidateQueries({ queryKey: key });
  else client.setQueryData<ImportDetails>(key, { ...shown, ...job });
}

const isList = ({ state }: { state: { data?: unknown } }): boolean =>
  typeof state.data === 'object' && state.data !== null && 'pages' in state.data;
