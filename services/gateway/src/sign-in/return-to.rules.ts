import { isDestination, pages } from '@roundtrip/contracts/pages';

/** An address that was given to come back to: one of our own pages with its query, or else the first page. Never another site. */
export function returnAddress(given: string | undefined): string {
  const [path = '', ...rest] = (given ?? '').split('?');
  if (!isDestination(path)) return pages.jobs;
  // What a header may hold, and an address without its parts: a browser takes a backslash for a slash.
  if (!/^[\x21-\x7e]*$/.test(path) || path.includes('\\') || path.includes('#')) return pages.jobs;
  const query = rest.join('?').split('#')[0] ?? '';
  if (query === '' || query.length > 1_000 || !/^[\x21-\x7e]*$/.test(query)) return path;
  return `${path}?${query}`;
}
