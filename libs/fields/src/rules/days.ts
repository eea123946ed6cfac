const DAY_MS = 86_400_000;

/** The day (UTC) so many days after `at`, as `YYYY-MM-DD`; days before are negative. */
export const daysFrom = (at: Date, days: number): string =>
  new Date(at.getTime() + days * DAY_MS).toISOString().slice(0, 10);
