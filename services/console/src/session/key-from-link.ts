/**
 * The key of the link that the start prints, `/#key=…`. It leaves the address at once; what stands behind # never goes to a
 * server.
 */
export function keyFromLink(): string | undefined {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key === null) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return key;
}
