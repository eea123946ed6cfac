// oxlint-disable-next-line no-control-regex -- control characters are ASCII, too
const beyondAscii = /[^\0-\x7f]/;

/** Whether the encoding matters for a text: all candidates read ASCII alike. */
export const isBeyondAscii = (text: string): boolean => beyondAscii.test(text);

/** Where the first such letter stands; -1 when there is none. */
export const firstBeyondAscii = (text: string): number => text.search(beyondAscii);
