// Known faults that are put into the built services, to show that the harness finds them: the services run from the same dist, a
// hook of Node's module loader replaces an exact text in it. A text that is not there ends the start.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Plant {
  says: string;
  /** Path of the built module in the checkout. */
  module: string;
  replace: { text: string; by: string }[];
}

const checkout = join(import.meta.dirname, '../../../..');

export const plants: Readonly<Record<string, Plant>> = {
  'no-rev-guard': {
    says: 'contacts are written whatever their rev is',
    module: 'services/bulk-update/dist/contact-writes.js',
    replace: [
      { text: 'filter: { _id: ids[0], rev }', by: 'filter: { _id: ids[0] }' },
      { text: 'filter: { _id: { $in: ids }, rev }', by: 'filter: { _id: { $in: ids } }' },
    ],
  },
  'apply-first': {
    says: 'the decisions of a chunk are written after they were applied',
    module: 'services/bulk-update/dist/chunk.worker.js',
    replace: [
      {
        text: 'return this.chunks.decide(await this.decideFrom(accepted, lines, { id, chunk, from }));',
        by: `const found = await this.chunks.find(id);
                if (found) return { decided: found, isNew: false };
                const decided = await this.decideFrom(accepted, lines, { id, chunk, from });
                if (accepted.action === 'update') await this.contacts.apply(decided, decided.entries);
                return this.chunks.decide(decided);`,
      },
    ],
  },
  'vanished-waits': {
    says: 'a contact that has vanished is waited for',
    module: 'services/bulk-update/dist/settlement.js',
    replace: [{ text: 'if (rev === entry.rev)', by: 'if (rev <= entry.rev)' }],
  },
  'end-first': {
    says: 'the end of an import is published before it is written down',
    module: 'services/bulk-update/dist/bulk-update.service.js',
    replace: [
      { text: 'const outcome = await this.outcomes.finish(outcomeOf(', by: 'const outcome = (outcomeOf(' },
      {
        text: 'await this.publishOutcome(outcome, accepted);\n    }\n    async publishOutcome',
        by: `await this.publishOutcome(outcome, accepted);
        await new Promise((resolve) => setTimeout(resolve, 500));
        await this.outcomes.finish(outcome);
    }
    async publishOutcome`,
      },
    ],
  },
  'no-activity-guard': {
    says: 'an activity is written over the one that has its number',
    module: 'libs/database/dist/activities/activity-chain.js',
    replace: [
      {
        text: 'await this.database.activities.insertMany([...documents], { ordered: true });',
        by: `for (const document of documents)
                await this.database.activities.replaceOne({ _id: document._id }, document, { upsert: true });`,
      },
    ],
  },
  'commit-first': {
    says: 'offsets are committed before the messages are dealt with',
    module: 'libs/kafka/dist/partition-queue.js',
    replace: [
      {
        text: 'if (!(await this.handled(message)))',
        by: 'this.options.commit(String(BigInt(message.offset) + 1n));\n            if (!(await this.handled(message)))',
      },
    ],
  },
};

/** @throws Error when there is no such plant, or the module has changed so that it cannot be planted */
export function plantOf(name: string): Plant {
  const plant = plants[name];
  if (!plant) throw new Error(`There is no planted fault ${name}: choose ${Object.keys(plants).join(', ')}`);
  planted(plant, readFileSync(join(checkout, plant.module), 'utf8'));
  return plant;
}

/** For a process's NODE_OPTIONS: what is planted in it is the name in this file when it starts; nothing while there is no such file. */
export function plantHook(file: string): string {
  const hook = pathToFileURL(join(checkout, 'libs/testing/faults/dist/plant-hook.js'));
  hook.searchParams.set('file', file);
  return `--import ${hook.href}`;
}

/** @throws Error when a text is not there exactly once */
export function planted({ module, replace }: Plant, source: string): string {
  return replace.reduce((text, change) => {
    const parts = text.split(change.text);
    if (parts.length !== 2) throw new Error(`${module} does not hold exactly once: ${change.text}`);
    return parts.join(change.by);
  }, source);
}

/** The service whose processes have to start anew; undefined: all. */
export const plantedService = ({ module }: Plant): string | undefined => /^services\/([^/]+)\//.exec(module)?.[1];

export const moduleUrl = ({ module }: Plant): string => pathToFileURL(join(checkout, module)).href;
