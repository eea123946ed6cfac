import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InstitutionChoice, Me } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { takeOver } from './session.js';

/** Goes on in another institution of who is signed in. @param before what is done at once when it is so */
export function useInstitutionChange(before: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (institutionId: string) =>
      api.put<Me>('/v1/session/institution', { institutionId } satisfies InstitutionChoice),
    onSuccess: (me) => {
      before();
      takeOver(client, me);
    },
  });
}
