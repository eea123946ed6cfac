import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { Target } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { useAuthorisations, useCriteria } from '../api/use-all.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useWords } from '../words/language.js';
import { TargetForm } from './target-form.js';

const NEW = 'new';

/** One target, or the one to be created. */
export function TargetPage() {
  const words = useWords();
  const { targetId } = useParams<{ targetId: string }>();
  const target = useQuery({
    queryKey: ['/v1/targets', targetId],
    queryFn: ({ signal }) => api.get<Target>(`/v1/targets/${encodeURIComponent(targetId)}`, signal),
    enabled: targetId !== NEW,
    // What is being edited is not changed under somebody's hands.
    staleTime: Infinity,
    gcTime: 0,
  });
  const criteria = useCriteria();
  const authorisations = useAuthorisations();
  const problem = target.error ?? criteria.error ?? authorisations.error;
  if (problem) {
    return (
      <PageFrame title={words.nav.targets}>
        <ProblemAlert problem={problem} />
      </PageFrame>
    );
  }
  const isReady = criteria.data && authorisations.data && (targetId === NEW || target.data);
  return isReady ? <TargetForm target={target.data} /> : <Waiting />;
}
