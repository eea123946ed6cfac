import type { ContactSummary } from '@roundtrip/gateway/api';

/** What people call the contact; its number when it has no name. */
export function nameOf({ contactNumber, firstName, lastName, company }: ContactSummary): string {
  const person = [firstName, lastName].filter(Boolean).join(' ');
  return person || company || contactNumber;
}
