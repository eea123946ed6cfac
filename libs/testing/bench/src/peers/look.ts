// Work that is nothing, done through `traced` while tracing is off, or alone.
import { traced } from '@roundtrip/tracing';
import { measure, readJob } from './measure.js';

export interface LookJob {
  calls: number;
  throughTraced: boolean;
}

const { calls, throughTraced } = await readJob<LookJob>();
let done = 0;
const work = async (): Promise<void> => {
  done += 1;
};
async function call(many: number): Promise<void> {
  if (throughTraced)
    for (let n = 0; n < many; n++) await traced({ name: 'chunk', attributes: { 'roundtrip.chunk': n } }, work);
  else for (let n = 0; n < many; n++) await work();
}
await call(calls / 4);
done = 0;
await measure(async () => {
  await call(calls);
  return { rows: done };
});
