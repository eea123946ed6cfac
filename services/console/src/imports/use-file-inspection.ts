import { useQuery } from '@tanstack/react-query';
import { useAuthorisations } from '../api/use-all.js';
import { useMe } from '../session/session.js';
import { type FileInspection, inspectFile, HEADER_BYTES } from './file-header.rules.js';
import { countRows, type FoundWorkbook, inspectWorkbooks, workbooksIn } from './workbook/inspect-workbooks.js';
import { zipEntries } from './workbook/zip-entries.js';
import { inspectZip } from './zip-contents.rules.js';

export type Inspection = FileInspection | FoundWorkbook | { is: 'too large' };

const keyOf = (file: File | undefined) => [file?.name, file?.size, file?.lastModified];

/** What the chosen file says before it is sent: its beginning, of a .zip its table of contents, of a workbook the head of its sheet. */
export function useFileInspection(file: File | undefined) {
  const { uploadMaxBytes } = useMe().limits;
  const authorisations = useAuthorisations();
  return useQuery({
    queryKey: ['inspect', ...keyOf(file), authorisations.dataUpdatedAt],
    queryFn: async (): Promise<Inspection> => {
      if (!file) throw new Error('no file');
      if (file.size > uploadMaxBytes) return { is: 'too large' };
      const codes = new Set(authorisations.data?.map(({ code }) => code));
      try {
        const head = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());
        const inspection = inspectFile(head, codes);
        return inspection.is === 'zip' ? await inspectContents(file, codes) : inspection;
      } catch {
        return { is: 'wrong', problem: 'UNREADABLE' };
      }
    },
    enabled: file !== undefined && authorisations.data !== undefined,
  });
}

async function inspectContents(file: File, codes: ReadonlySet<string>): Promise<Inspection> {
  const entries = await zipEntries(file);
  if (!entries) return { is: 'zip' };
  const contents = inspectZip(entries.map(({ name }) => name));
  if (contents.is === 'workbook') return inspectWorkbooks([file], codes);
  const workbooks = contents.is === 'zip' ? await workbooksIn(file, entries) : undefined;
  return workbooks ? inspectWorkbooks(workbooks, codes) : contents;
}

/** The rows of a workbook, counted after everything else is said. */
export function useRowCount(file: File | undefined, inspection: Inspection | undefined) {
  const isCountable = inspection?.is === 'workbook' && inspection.isCountable;
  return useQuery({
    queryKey: ['count', ...keyOf(file)],
    queryFn: async ({ signal }): Promise<number | null> => {
      if (!file) throw new Error('no file');
      try {
        const entries = (await zipEntries(file)) ?? [];
        return await countRows((await workbooksIn(file, entries)) ?? [file], signal);
      } catch (error) {
        signal.throwIfAborted();
        // Where it cannot be counted to its end the server says why.
        if (error instanceof Error) return null;
        throw error;
      }
    },
    enabled: isCountable,
  }).data;
}
