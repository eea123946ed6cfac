import { useQuery } from '@tanstack/react-query';
import { useAuthorisations } from '../api/use-all.js';
import { useMe } from '../session/session.js';
import { type FileGlance, glanceAtFile, HEADER_BYTES } from './file-header.rules.js';

export type Glance = FileGlance | { is: 'too large' };

/** What the beginning of the chosen file says. */
export function useGlance(file: File | undefined) {
  const { uploadMaxBytes } = useMe().limits;
  const authorisations = useAuthorisations();
  return useQuery({
    queryKey: ['glance', file?.name, file?.size, file?.lastModified, authorisations.dataUpdatedAt],
    queryFn: async (): Promise<Glance> => {
      if (!file) throw new Error('no file');
      if (file.size > uploadMaxBytes) return { is: 'too large' };
      try {
        const bytes = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());
        return glanceAtFile(bytes, new Set(authorisations.data?.map(({ code }) => code)));
      } catch {
        return { is: 'wrong', problem: 'UNREADABLE' };
      }
    },
    enabled: file !== undefined && authorisations.data !== undefined,
  });
}
