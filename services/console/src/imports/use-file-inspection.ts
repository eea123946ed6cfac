import { useQuery } from '@tanstack/react-query';
import { useAuthorisations } from '../api/use-all.js';
import { useMe } from '../session/session.js';
import { type FileInspection, inspectFile, HEADER_BYTES } from './file-header.rules.js';
import { CONTENTS_BYTES, inspectZip } from './zip-contents.rules.js';

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

export type Inspection = FileInspection | { is: 'too large' };

/** What the chosen file says before it is sent: its beginning, of a .zip its table of contents. */
export function useFileInspection(file: File | undefined) {
  const { uploadMaxBytes } = useMe().limits;
  const authorisations = useAuthorisations();
  return useQuery({
    queryKey: ['inspect', file?.name, file?.size, file?.lastModified, authorisations.dataUpdatedAt],
    queryFn: async (): Promise<Inspection> => {
      if (!file) throw new Error('no file');
      if (file.size > uploadMaxBytes) return { is: 'too large' };
      try {
        const bytes = await bytesOf(file.slice(0, HEADER_BYTES));
        const inspection = inspectFile(bytes, new Set(authorisations.data?.map(({ code }) => code)));
        return inspection.is === 'zip' ? inspectZip(await bytesOf(file.slice(-CONTENTS_BYTES))) : inspection;
      } catch {
        return { is: 'wrong', problem: 'UNREADABLE' };
      }
    },
    enabled: file !== undefined && authorisations.data !== undefined,
  });
}
