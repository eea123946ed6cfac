// npm run trace -- --lines N: an update of N lines on a stack of its own, from the upload to the mail, drawn from its trace. With the id of a job
// instead: the id of its trace, by which any collector finds it.
import { parseArgs } from 'node:util';
import { Client, downloadTemplate, editAuthorisations, finished, receiveTraces } from '@roundtrip/test-kit/client';
import { traceOf } from '@roundtrip/tracing';
import { startStack } from '../start-stack.js';
import { drawTrace } from './draw-trace.rules.js';
import { tracedInto, wholeTrace } from './whole-trace.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lines: { type: 'string', default: '5000' } },
});
const [jobId] = positionals;
if (jobId !== undefined) console.log(traceOf(jobId).traceId);
else await drawOne(Number(values.lines));

async function drawOne(lines: number): Promise<void> {
  const receiver = await receiveTraces();
  const stack = await startStack({ contacts: lines, env: tracedInto(receiver) });
  try {
    const officer = new Client(stack.url, stack.keys.operator);
    const { csv } = editAuthorisations(await downloadTemplate(officer, 'authorisations', lines), 0.05, 1);
    const email = 'officer@example.org';
    const importId = await officer.import(csv, { dataType: 'authorisations', action: 'update', email });
    const { counts } = await finished(officer, importId);
    console.log(`An update: ${JSON.stringify(counts)}`);
    console.log(drawTrace(await wholeTrace(receiver, importId)));
  } finally {
    await stack.stop();
    await receiver.stop();
  }
}
