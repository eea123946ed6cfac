import { useQuery } from '@tanstack/react-query';
import type { TemplatePreview, TemplatePreviewRequest } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';

/** How the template would begin, with all of its fields: which of them are shown needs no other answer. */
export const useTemplatePreview = (wanted: TemplatePreviewRequest, enabled: boolean) =>
  useQuery({
    queryKey: ['/v1/templates/preview', wanted],
    queryFn: ({ signal }) => api.post<TemplatePreview>('/v1/templates/preview', wanted, signal),
    enabled,
    placeholderData: (previous, query) =>
      (query?.queryKey[1] as TemplatePreviewRequest | undefined)?.dataType === wanted.dataType ? previous : undefined,
    retry: false,
  });
