import { isDestination, pages } from '@roundtrip/contracts/pages';

/** The page that an address says one wants to get to (`?returnTo=`): one of ours, or else the first. */
export function wantedPage(search: string): string {
  const wanted = new URLSearchParams(search).get('returnTo') ?? '';
  const [path = ''] = wanted.split('?');
  return isDestination(path) && !wanted.includes('\\') ? wanted : pages.jobs;
}

/** Where one is, or is on the way to. @param path, search as the address has them */
export const presentPage = (path: string, search: string): string =>
  isDestination(path) ? `${path}${search}` : wantedPage(search);

/** Whether a page is about one thing, which another institution does not have. */
export function isAboutOneThing(path: string): boolean {
  const [, , ...thing] = path.split('/');
  return thing.length > 0 && !path.startsWith(`${pages.settings}/`);
}
