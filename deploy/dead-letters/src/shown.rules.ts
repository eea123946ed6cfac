/**
 * What may be shown of a message: ids, states, counts and times. Names, addresses, rules and whatever else a message that broke its
 * contract may hold are left out. Pure.
 */

const shownName =
  /(?:Id|At|Key|Hash|Bytes)$|^(?:code|state|outcome|action|dataType|kind|type|intent|role|status|onConflict|institution|sha256)$/;
const plainName = /^[A-Za-z][A-Za-z0-9]{0,40}$/;
/** Without blanks and @: no name of a person and no address looks so. */
const idText = /^[\w.:/+-]{1,200}$/;
/** Anything below may be what a user wrote. */
const closed = new Set(['rule', 'value', 'values', 'name', 'detail', 'reason', 'errors']);

const hidden = (text: string): string => `(${text.length} characters)`;

export const shownText = (text: string): string => (idText.test(text) ? text : hidden(text));

function shown(value: unknown, name: string, hide: boolean): unknown {
  if (Array.isArray(value))
    return hide ? `(${value.length} items)` : value.slice(0, 20).map((item) => shown(item, name, hide));
  if (typeof value === 'object' && value !== null) {
    if (hide) return '(an object)';
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, 50)
        .map(([key, inner], at) => [
          plainName.test(key) ? key : `(field ${at + 1})`,
          shown(inner, key, closed.has(key)),
        ]),
    );
  }
  if (typeof value === 'string') return !hide && shownName.test(name) ? shownText(value) : hidden(value);
  return hide ? '(a value)' : value;
}

/** The payload of a message, without what may be personal. */
export function shownPayload(bytes: Buffer | null): string {
  if (bytes === null) return '(none)';
  try {
    return JSON.stringify(shown(JSON.parse(bytes.toString('utf8')), '', false), undefined, 2);
  } catch {
    return `(${bytes.length} bytes that are not JSON)`;
  }
}

/** An e-mail address has no place in a reason; should one get there, it is not shown. */
export const shownReason = (reason: string): string => reason.replaceAll(/\S+@\S+/g, '(address)').slice(0, 500);
