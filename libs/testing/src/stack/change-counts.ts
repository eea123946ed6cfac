import { contactIdRange, type Database } from '@roundtrip/contacts';

/** rev by contact: how often each was changed. */
export async function changeCounts(database: Database, institution: string): Promise<Map<string, number>> {
  const revs = new Map<string, number>();
  const cursor = database.contacts
    .find({ _id: contactIdRange(institution) })
    .project<{ contactNumber: string; rev: number }>({ contactNumber: 1, rev: 1, _id: 0 })
    .batchSize(5000);
  for await (const { contactNumber, rev } of cursor) revs.set(contactNumber, rev);
  return revs;
}
