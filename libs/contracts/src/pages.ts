/**
 * Where the pages of the console are: said once, for the console that shows them, the gateway that serves them and the mails that lead to
 * them. It depends on nothing, as browsers read it, too.
 */
export const pages = {
  jobs: '/',
  newImport: '/new',
  newTemplate: '/template',
  import: '/imports/:importId',
  template: '/templates/:templateId',
  criterionValues: '/criterion-values',
  targets: '/targets',
  newTarget: '/targets/new',
  target: '/targets/:targetId',
  contacts: '/contacts',
  contact: '/contacts/:contactNumber',
  definitions: '/definitions',
  settings: '/settings',
  people: '/settings/people',
  activity: '/settings/activity',
  signIn: '/sign-in',
  chooseInstitution: '/choose-institution',
} as const;

type Address = (typeof pages)[keyof typeof pages];

/** The address of the page about one thing. An id may hold any character: `/`, `%` and `#` are written so that they stay in it. */
export const pageAbout = (page: Extract<Address, `${string}:${string}`>, id: string): string =>
  page.replace(/:\w+/, () => encodeURIComponent(id));

const patterns = Object.values(pages).map((page) => new RegExp(`^${page.replace(/:\w+/, '[^/]+')}$`));

/** @param path as an address has it, not decoded */
export const isPage = (path: string): boolean => patterns.some((pattern) => pattern.test(path));

/** Where one is only on the way to another page. */
const onTheWay = new Set<string>([pages.signIn, pages.chooseInstitution]);

/** Whether somebody may want to get to a page for its own sake. @param path as an address has it, not decoded */
export const isDestination = (path: string): boolean => isPage(path) && !onTheWay.has(path);
