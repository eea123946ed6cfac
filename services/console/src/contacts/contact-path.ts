/** A contact number may hold any character: `/`, `%` and `#` are written so that they stay in it. */
export const contactPath = (contactNumber: string): string => `/contacts/${encodeURIComponent(contactNumber)}`;

/** @param path as the address has it, not decoded */
export function contactNumberIn(path: string): string {
  const written = path.slice('/contacts/'.length);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
