// How a file is usually checked: the upload as text, papaparse to an object a line, what is filled collected. Reads no database.
import { readFileSync } from 'node:fs';
import papa from 'papaparse';
import { measure, readJob } from './measure.js';

const { path } = await readJob<{ path: string }>();
await measure(async () => {
  const { data } = papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const wanted = data.map((row) => ({
    contactNumber: row['CONTACT_NUMBER'],
    changes: Object.entries(row).filter(([name, cell]) => name.startsWith('[new] ') && cell !== ''),
  }));
  const problems = wanted.filter(({ contactNumber }) => !contactNumber);
  if (problems.length > 0) throw new Error(`${problems.length} lines have no contact number`);
  return Promise.resolve({ rows: wanted.length });
});
