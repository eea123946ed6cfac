import type { Import, Job, Template } from '@roundtrip/gateway/api';

interface Loaded<J> {
  items: readonly J[];
  /** Whether the API has more of them, all older. */
  more: boolean;
}

/**
 * Two lists as one, newest first. Of a list that goes on, nothing older than its last loaded item is known: what is older in the other list
 * waits until it is.
 */
export function mergeJobs(templates: Loaded<Template>, imports: Loaded<Import>): Job[] {
  const ends = [templates, imports].flatMap(({ items, more }) => (more ? [items.at(-1)?.requestedAt ?? ''] : []));
  const from = ends.toSorted().at(-1) ?? '';
  return [...templates.items, ...imports.items]
    .filter((job) => job.requestedAt >= from)
    .toSorted((one, other) => (one.requestedAt < other.requestedAt ? 1 : one.requestedAt > other.requestedAt ? -1 : 0));
}
