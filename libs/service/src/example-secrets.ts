/** What stands in examples and documentation in the place of a secret, of this product and of the servers that it uses. */
const example = /change.?me|^(?:secret|password|minioadmin|a long secret|64 random characters)$/i;

const isSecret = (name: string): boolean => /SECRET|PASSWORD/.test(name);

/** A secret of an example is known to everybody: fit for trying out, and not where others can come. */
export const isForOthers = ({ NODE_ENV, PUBLIC_URL }: NodeJS.ProcessEnv): boolean =>
  NODE_ENV === 'production' || /^https:/i.test(PUBLIC_URL ?? '');

/** Names of the variables that hold a secret of an example, by itself or as the password in an address. */
export const exampleSecretsIn = (env: NodeJS.ProcessEnv): string[] =>
  Object.entries(env)
    .filter(([name, value = '']) => example.test(isSecret(name) ? value.trim() : passwordIn(value)))
    .map(([name]) => name);

/** `scheme://user:password@host`; of several hosts the first has it. */
function passwordIn(address: string): string {
  const encoded = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@]*?:([^/?#@]*)@/i.exec(address)?.[1] ?? '';
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
