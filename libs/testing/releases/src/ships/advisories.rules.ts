/** What `npm audit --json` says, as far as it is looked at. */
export interface Audit {
  vulnerabilities?: Record<
    string,
    { via: (string | { name: string; title: string; url: string; severity: string; range: string })[] }
  >;
  message?: string;
}

/** An advisory that is lived with for a while. */
export interface AcceptedAdvisory {
  /** `GHSA-…`, as its address ends. */
  advisory: string;
  because: string;
  /** The last day, `2027-03-31`. */
  until: string;
}

/**
 * @param audit undefined when nobody could be asked
 * @param today `2026-11-30`
 * @returns what is to be done: advisories that nobody has accepted, and acceptances that have ended, or are of nothing
 */
export function advisoryFaults(
  audit: Audit | undefined,
  accepted: readonly AcceptedAdvisory[],
  today: string,
): string[] {
  const ended = accepted
    .filter(({ until }) => until < today)
    .map(({ advisory, until }) => `${advisory} was accepted until ${until}`);
  if (audit?.vulnerabilities === undefined) return ended;
  const found = new Map(
    Object.values(audit.vulnerabilities)
      .flatMap(({ via }) => via.filter((one) => typeof one === 'object'))
      .map(({ name, title, url, severity, range }) => [
        url.split('/').at(-1),
        `${name} ${range}: ${title} (${severity})`,
      ]),
  );
  const names = accepted.map(({ advisory }) => advisory);
  const open = [...found].filter(([id]) => !names.includes(id ?? '')).map(([id, what]) => `${id}: ${what}`);
  const gone = names.filter((id) => !found.has(id)).map((id) => `${id} is accepted, and not there any more`);
  return [...open, ...gone, ...ended];
}
