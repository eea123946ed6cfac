// A document remembers the last requests that were applied to it, so that a redelivered one is only answered again; with
// what it did, as the answer says whether something was created.

const KEPT = 20;
const created = ':created';

export const remember = (applied: readonly string[], requestId: string, wasCreated: boolean): string[] =>
  [...applied, wasCreated ? `${requestId}${created}` : requestId].slice(-KEPT);

/** What the request did when it was applied before; undefined when it was not. */
export function appliedBefore(applied: readonly string[], requestId: string): { created: boolean } | undefined {
  if (applied.includes(requestId)) return { created: false };
  return applied.includes(`${requestId}${created}`) ? { created: true } : undefined;
}
