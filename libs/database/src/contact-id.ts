/** The `_id` of a contact: institution first, so that one index serves look-up, guarded update and ordered scan. */
export const contactId = (institution: string, contactNumber: string): string => `${institution}:${contactNumber}`;

/** All ids of an institution, of contacts, definitions and activities: `;` is the character after `:`, and no institution id has either. */
export const institutionIdRange = (institution: string): { $gte: string; $lt: string } => ({
  $gte: `${institution}:`,
  $lt: `${institution};`,
});

/** All `chunks` (and `closedChunks`) of an import: their keys in the order of the file, without an index of their own. */
export const chunkIdRange = (importId: string): { $gte: string; $lt: string } => ({
  $gte: `${importId}:`,
  $lt: `${importId};`,
});
