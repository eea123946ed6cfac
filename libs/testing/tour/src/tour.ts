// `npm run tour`: the ten steps of an officer, by REST and mail, against the running stack and with real files. Ends with 1 and
// one clear sentence as soon as something is not as it must be.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { editConsents } from './consent.steps.js';
import { demoStack } from './demo-stack.js';
import { checkFile, editTemplate, updateFromCheck } from './import.steps.js';
import { LiveEvents } from './live-events.js';
import { Mailbox } from './mailbox.js';
import { Officer } from './officer.js';
import { say } from './say.js';
import { createTarget, fetchTemplateByMail } from './template.steps.js';
import type { Tour } from './tour-context.js';
import { TourProblem } from './tour-problem.errors.js';
import { editWorkbook } from './workbook.steps.js';

async function walk(): Promise<void> {
  const stack = await demoStack(process.env);
  const run = Date.now().toString(36).toUpperCase();
  const folder = join(stack.home, 'tour');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const officer = new Officer(stack.url, stack.keys.operator);
  const { name, delimiter } = await officer.get<{ name: string; delimiter: Tour['delimiter'] }>('/v1/institution');
  const tour: Tour = {
    run,
    folder,
    delimiter,
    officer,
    colleague: new Officer(stack.url, stack.keys.admin),
    live: await LiveEvents.open(officer),
    mailbox: new Mailbox(stack.mailApi, `officer-${run.toLowerCase()}@example.org`),
  };
  console.log(`A tour of Roundtrip at ${stack.url}, as an officer of "${name}". Files: ${folder}`);
  try {
    const { targetId, contacts } = await createTarget(tour);
    const template = await fetchTemplateByMail(tour, targetId, contacts);
    const edited = await editTemplate(tour, template);
    const checkId = await checkFile(tour, template.sheet, edited);
    await updateFromCheck(tour, template.sheet, edited.edits, checkId);
    await editConsents(tour, targetId, contacts);
    await editWorkbook(tour, targetId, contacts);
    say('', 'That was the tour. Everything was as it must be.');
  } finally {
    tour.live.close();
  }
}

try {
  await walk();
} catch (error) {
  console.error(`\nThe tour ends here. ${error instanceof TourProblem ? error.message : String(error)}`);
  if (!(error instanceof TourProblem)) console.error(error);
  process.exitCode = 1;
}
