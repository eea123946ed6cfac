import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { pageAbout, pages } from '@roundtrip/contracts/pages';
import type { Import } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { importPath, putJob } from '../live/job-cache.js';

/** Asks for something to be done about an import. What becomes of it is shown at once, and, when it is a new import, gone to. */
export function useJobAction(importId: string, verb: 'update' | 'check' | 'undo' | 'cancel', onDone: () => void) {
  const client = useQueryClient();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: (wish: object) => api.post<Import>(`${importPath(importId)}/${verb}`, verb === 'cancel' ? {} : wish),
    onSuccess: (job) => {
      putJob(client, job);
      onDone();
      if (job.importId !== importId) go(pageAbout(pages.import, job.importId));
    },
  });
}
