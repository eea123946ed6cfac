import { pageAbout, pages } from '@roundtrip/contracts/pages';

/** A contact number may hold any character: `/`, `%` and `#` are written so that they stay in it. */
export const contactPath = (contactNumber: string): string => pageAbout(pages.contact, contactNumber);

/** @param path as the address has it, not decoded */
export function contactNumberIn(path: string): string {
  const written = path.slice(`${pages.contacts}/`.length);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
