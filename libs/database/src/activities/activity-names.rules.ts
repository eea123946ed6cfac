import { createHash } from 'node:crypto';
import type { ErasableName } from '../documents.js';

/**
 * A name as an activity keeps it. Its hash covers the commitment alone: without salt and name it stays right, and tells no more whose name
 * it was than a random number does.
 *
 * @param salt 128 random bits or more
 */
export const erasableName = (name: string, salt: string): Required<ErasableName> => ({
  name,
  salt,
  commitment: commitmentTo(name, salt),
});

const commitmentTo = (name: string, salt: string): string =>
  createHash('sha256')
    .update(JSON.stringify([salt, name]))
    .digest('hex');

/** Whether the name is the one that was written, or was erased, or never was there. */
export function isNameAsWritten({ name, salt, commitment }: ErasableName): boolean {
  if (name === undefined && salt === undefined) return true;
  return name !== undefined && salt !== undefined && commitment === commitmentTo(name, salt);
}
