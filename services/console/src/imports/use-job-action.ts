import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { pageAbout, pages } from '@roundtrip/contracts/pages';
import type { CheckAgainRequest, Import, UndoRequest, UpdateRequest } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { importPath, putJob } from '../live/job-cache.js';

interface Bodies {
  update: UpdateRequest;
  check: CheckAgainRequest;
  undo: UndoRequest;
  cancel: Record<string, never>;
}

/** Asks for something to be done about an import. What becomes of it is shown at once, and, when it is a new import, gone to. */
export function useJobAction<V extends keyof Bodies>(importId: string, verb: V, onDone: () => void) {
  const client = useQueryClient();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: (body: Bodies[V]) => api.post<Import>(`${importPath(importId)}/${verb}`, body),
    onSuccess: (job) => {
      putJob(client, job);
      onDone();
      if (job.importId !== importId) go(pageAbout(pages.import, job.importId));
    },
  });
}
