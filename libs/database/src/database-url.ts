/**
 * MONGO_URL, with the file of MONGO_CA_FILE as the authority that has signed the server's certificate: an address says everything that
 * a connection needs to know.
 */
export function databaseUrl(variables: Readonly<Record<string, string | undefined>>): string {
  const { MONGO_URL: url = '', MONGO_CA_FILE: caFile } = variables;
  if (!url || !caFile) return url;
  return `${url}${url.includes('?') ? '&' : '?'}tlsCAFile=${encodeURIComponent(caFile)}`;
}
