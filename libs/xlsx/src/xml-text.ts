import { damaged } from './xlsx.errors.js';

const predefined = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function character(code: number): string {
  const isCharacter =
    code === 0x09 ||
    code === 0x0a ||
    code === 0x0d ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  if (!isCharacter) throw damaged('xml', 'holds a character that XML does not have.');
  return String.fromCodePoint(code);
}

function entity(_all: string, hex?: string, decimal?: string, name?: string): string {
  if (hex !== undefined) return character(Number.parseInt(hex, 16));
  if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
  const text = name === undefined ? undefined : predefined.get(name);
  if (text === undefined) throw damaged('xml', 'holds an entity that XML itself does not have.');
  return text;
}

/** What written characters mean: line ends as XML has them, the five entities that it has by itself, and characters by number. */
export function xmlText(written: string): string {
  const lines = written.includes('\r') ? written.replaceAll(/\r\n?/g, '\n') : written;
  if (!lines.includes('&')) return lines;
  return lines.replaceAll(/&(?:#x([\da-f]{1,8});|#(\d{1,9});|(\w{1,20});)?/gi, entity);
}

/** `_x000D_` stands for a character that XML cannot hold, and `_x005F_` for the `_` of a text that looks so (ISO 29500, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([\da-f]{4})_/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** What Excel keeps of a text that is not marked by xml:space="preserve". */
export const withoutSpace = (text: string): string => text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
