import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { isOpenRequest, type Saved } from '../api/open-request.js';
import type { Note } from '../shell/saved-note.js';
import type { SaveRequest } from './subject.js';

const lists = ['/v1/criteria', '/v1/authorisations', '/v1/criterion-values'];

/** Saves a definition; whatever shows definitions asks for them again. */
export function useSaveDefinition(onSaved: (note: Note) => void) {
  const client = useQueryClient();
  const askAgain = () => Promise.all(lists.map((list) => client.invalidateQueries({ queryKey: [list] })));
  return useMutation({
    mutationFn: ({ request }: { request: SaveRequest; name: string }) =>
      api[request.method]<Saved<object>>(request.path, request.body),
    onSuccess: async (answer, { name }) => {
      await askAgain();
      if (isOpenRequest(answer))
        onSaved({ text: ({ definitions }) => definitions.stillOpen, onLookAgain: () => void askAgain() });
      else onSaved({ text: ({ definitions }) => definitions.saved({ name }) });
    },
  });
}
