import { useQuery } from '@tanstack/react-query';
import { useAuthorisations } from '../api/use-all.js';
import { useMe } from '../session/session.js';
import { type FileGlance, glanceAtFile, HEADER_BYTES } from './file-header.rules.js';
import { CONTENTS_BYTES, glanceAtZip } from './zip-contents.rules.js';

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

export type Glance = FileGlance | { is: 'too large' };

/** What the chosen file says before it is sent: its beginning, of a .zip its table of contents. */
export function useGlance(file: File | undefined) {
  const { uploadMaxBytes } = useMe().limits;
  const authorisations = useAuthorisations();
  return useQuery({
    queryKey: ['glance', file?.name, file?.size, file?.lastModified, authorisations.dataUpdatedAt],
    queryFn: async (): Promise<Glance> => {
      if (!file) throw new Error('no file');
      if (file.size > uploadMaxBytes) return { is: 'too large' };
      try {
        const bytes = await bytesOf(file.slice(0, HEADER_BYTES));
        const glance = glanceAtFile(bytes, new Set(authorisations.data?.map(({ code }) => code)));
        return glance.is === 'zip' ? glanceAtZip(await bytesOf(file.slice(-CONTENTS_BYTES))) : glance;
      } catch {
        return { is: 'wrong', problem: 'UNREADABLE' };
      }
    },
    enabled: file !== undefined && authorisations.data !== undefined,
  });
}
