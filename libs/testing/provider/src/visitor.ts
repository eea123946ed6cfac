/** Where a form of a page leads, and what it sends. */
interface Form {
  action: string;
  fields: URLSearchParams;
}

interface Cookie {
  value: string;
  /** Origin and path under which it is sent. */
  path: string;
}

export interface VisitOptions {
  /** The `sub` of who signs in at a provider of ours; without it the person cancels where one is asked. */
  as?: string;
  /** What is typed into the forms of another provider, by the names of their fields. */
  fields?: Record<string, string>;
}

/** What a page of the product would send. */
export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: URLSearchParams | string;
}

/**
 * Somebody with a browser, as far as a sign-in needs one: follows redirects, keeps the cookies of each host, and fills in the forms of
 * a provider. Two visitors know nothing of each other.
 */
export class Visitor {
  private readonly cookies = new Map<string, Map<string, Cookie>>();

  /**
   * Goes to an address of the provider and does what its pages ask, until the browser would leave it.
   * @returns where the browser would go next: usually the redirect URI with code and state
   * @throws an error with the text of the page that asks for something else
   */
  async visit(address: string, { as, fields = {} }: VisitOptions = {}): Promise<string> {
    const { origin } = new URL(address);
    let next: { url: string; form?: URLSearchParams } = { url: address };
    for (let steps = 0; steps < 20; steps++) {
      const response = await this.ask(next.url, next.form && { method: 'POST', body: next.form });
      const location = response.headers.get('location');
      if (location !== null) {
        const url = new URL(location, next.url).href;
        if (new URL(url).origin !== origin) return url;
        next = { url };
        continue;
      }
      const html = await response.text();
      const form = formIn(html);
      if (form === undefined) throw new Error(`${next.url} answers ${String(response.status)}: ${textOf(html)}`);
      if (/name="person"/.test(html)) form.fields.set(...choice(as));
      for (const [name, value] of Object.entries(fields)) form.fields.set(name, value);
      next = { url: new URL(form.action, next.url).href, form: form.fields };
    }
    throw new Error(`${address} leads in circles`);
  }

  /** One request with the cookies of this visitor; redirects are not followed. */
  async ask(url: string, request: Ask = {}): Promise<Response> {
    const { host, pathname } = new URL(url);
    const jar = this.cookies.get(host) ?? new Map<string, Cookie>();
    this.cookies.set(host, jar);
    const sent = [...jar]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`);
    const response = await fetch(url, {
      redirect: 'manual',
      ...request,
      headers: { ...request.headers, ...(sent.length > 0 && { cookie: sent.join('; ') }) },
    });
    for (const text of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      const expires = /;\s*expires=([^;]+)/i.exec(text)?.[1];
      const path = /;\s*path=([^;]+)/i.exec(text)?.[1] ?? '/';
      if (value === '' || (expires !== undefined && Date.parse(expires) <= Date.now())) jar.delete(name);
      else jar.set(name, { value, path });
    }
    return response;
  }
}

const choice = (as: string | undefined): [string, string] => (as === undefined ? ['cancel', 'yes'] : ['person', as]);

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

function formIn(html: string): Form | undefined {
  const [, opening, content = ''] = /(<form[^>]*>)([^]*?)<\/form>/.exec(html) ?? [];
  const action = opening && attribute(opening, 'action');
  if (action === undefined) return undefined;
  const inputs: [string, string][] = [...content.matchAll(/<input[^>]*>/g)].map(([tag]) => [
    attribute(tag, 'name') ?? '',
    attribute(tag, 'value') ?? '',
  ]);
  return { action, fields: new URLSearchParams(inputs) };
}

const textOf = (html: string): string =>
  html
    .replaceAll(/<(style|script)[^]*?<\/\1>|<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
