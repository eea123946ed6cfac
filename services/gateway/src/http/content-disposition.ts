import { create } from 'content-disposition';

/** `attachment` with the name as it is, and for clients that know ASCII alone with its letters bare of accents. */
export const attachment = (name: string): string =>
  create(name.replaceAll(/\p{Cs}/gu, '\ufffd'), { fallback: inAscii(name) });

const inAscii = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_');
