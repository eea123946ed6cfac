/** The address of another database of the same server. Who signs in is still looked for where the address said. */
export function ownDatabase(url: string, name: string): string {
  const [, begin = '', path = '', query = ''] =
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(url) ?? [];
  if (begin === '') throw new Error('MONGO_URL must begin with mongodb:// or mongodb+srv://');
  const options = new URLSearchParams(query);
  if (begin.includes('@') && !options.has('authSource')) options.set('authSource', path === '' ? 'admin' : path);
  const rest = options.toString();
  return `${begin}/${name}${rest === '' ? '' : `?${rest}`}`;
}
