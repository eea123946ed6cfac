import { type EventData, event } from '@roundtrip/contracts';
import { z } from 'zod';
import { On } from '../src/index.js';

const jobAsked = event('gateway.job-asked.v1', {
  says: 'A job is wanted.',
  consumers: ['targets'],
  data: z.object({ importId: z.string() }),
  key: (d) => d.importId,
  id: (d) => `${d.importId}:asked`,
});

/** Held by the compiler: none of these handlers says what becomes of its job in a way that could work. */
export function mustNotCompile(): unknown {
  class Jobs {
    readonly failed: string[] = [];

    // @ts-expect-error -- nothing is said about the job
    @On(jobAsked)
    async silent(_data: EventData<typeof jobAsked>): Promise<void> {}

    // @ts-expect-error -- the message has no such field
    @On(jobAsked, { onDeadLetter: async ({ failed }: Jobs, { templateId }) => void failed.push(templateId) })
    async wrongData(_data: EventData<typeof jobAsked>): Promise<void> {}

    // @ts-expect-error -- the hook is another controller's
    @On(jobAsked, { onDeadLetter: async (_other: { elsewhere: string }) => {} })
    async wrongController(_data: EventData<typeof jobAsked>): Promise<void> {}

    // @ts-expect-error -- the method takes another event's data
    @On(jobAsked, { onDeadLetter: 'job-goes-on' })
    async wrongEvent(_data: { templateId: string }): Promise<void> {}
  }
  return Jobs;
}
