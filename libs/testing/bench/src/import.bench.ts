// npm run bench:import -- --lines 1000000: a template of that many contacts, 5 % of its cells changed, checked and sent back as an update; prints
// rates, how soon the changes of it show, and the memory of each service. A stack of its own, so that the figures of one run belong together.
import { parseArgs } from 'node:util';
import { services } from '@roundtrip/contracts';
import { Client, downloadTemplate, editAuthorisations, finished } from '@roundtrip/test-kit/client';
import { startStack } from '@roundtrip/e2e';
import { timeFirstChanges } from './changes-pages.js';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    share: { type: 'string', default: '0.05' },
    seed: { type: 'string', default: '1' },
  },
});
const lines = Number(values.lines);

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const begin = performance.now();
  const result = await work();
  const seconds = (performance.now() - begin) / 1000;
  console.log(`${what}: ${seconds.toFixed(1)} s, ${Math.round(lines / seconds).toLocaleString('en')} lines/s`);
  return result;
};

const stack = await timed(`start and seed ${lines} contacts`, () => startStack({ contacts: lines }));
try {
  const admin = new Client(stack.url, stack.keys.admin);
  const template = await timed('template', () => downloadTemplate(admin, 'authorisations', lines));
  const file = editAuthorisations(template, Number(values.share), Number(values.seed));
  const send = (action: string) => async () => {
    const importId = await admin.import(new Blob([file.csv]), { dataType: 'authorisations', action });
    return finished(admin, importId, 3_600_000);
  };
  const check = await timed('check', send('check'));
  const update = await timed(`update of ${file.changed} changed lines`, send('update'));
  await timeFirstChanges(admin, 'check', check.importId);
  await timeFirstChanges(admin, 'update', update.importId);
  console.log('check ', check.state, JSON.stringify(check.counts));
  console.log('update', update.state, JSON.stringify(update.counts));
  for (const service of services) {
    console.log(`${service}: at most ${Math.round(await stack.memoryOf(service))} MiB`);
  }
} finally {
  await stack.stop();
}
