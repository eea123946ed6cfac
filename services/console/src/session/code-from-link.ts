/**
 * The one-time code of a sign-in link, `/#code=…`. It leaves the address at once; what stands behind # never goes to a server. A link
 * that holds a key (`/#key=…`, as they were once) signs nobody in: it is taken for one that was used.
 */
export function codeFromLink(): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1));
  if (!given.has('code') && !given.has('key')) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return given.get('code') ?? '';
}
