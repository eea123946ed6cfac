import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chunkReady, importCancelled, planChunkKey } from '@roundtrip/contracts';
import type { ContactDocument } from '@roundtrip/database';
import { type Random, randomOf } from '@roundtrip/demo';
import { maxDecisionBytes } from '../../src/decision-bytes.rules.js';
import { givenCancellation, type GivenImport, givenUndo, overRefusals, requester } from '../imports.js';
import { audit } from './audit.js';
import { begins, contactsOf, givenContacts } from './crowd.js';
import { Engine, type Fate, type Message, message, type Way } from './engine.js';
import { randomFile, valuesOf } from './world.js';

/**
 * A worker that stops at one step, for each of them: it dies there, or it sleeps and wakes up when the import that it works on has been
 * over for long, undone, and overtaken by another. Nothing of that may show in any contact, count or history.
 */

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
const stepsOf = (seams: string[]): string[] => seams.flatMap((seam) => [`before ${seam}`, `after ${seam}`]);
const stepsOfAChunk = stepsOf([
  'read',
  'readForDecision',
  'isClosed',
  'isCancelled',
  'decide',
  'apply',
  'heads',
  'close',
  'publish',
]);
const stepsOfTheEnd = stepsOf(['countClosed', 'closedOf', 'write', 'finish']);

describe(`a worker that stops in the middle, with files of seed ${seed}`, () => {
  let engine: Engine;
  let institution: string;
  let before: ContactDocument[];
  let random: Random;
  let worlds = 0;

  beforeAll(async () => {
    engine = await Engine.start({ workers: 2, lanes: 3 });
    // A chunk of one worker is a document a line, of the other one document: they work on the chunks of each other.
    engine.documentBytes(1, maxDecisionBytes);
  }, 60_000);
  afterAll(() => engine?.stop());

  const newWorld = async (): Promise<void> => {
    random = randomOf(seed, worlds);
    institution = `t${worlds++}`;
    before = await givenContacts(engine, random, institution, 9);
  };
  const file = (name: string, share?: number) =>
    randomFile(random, before, {
      importId: `${institution}-${name}`,
      institution,
      chunkLines: 3,
      onConflict: 'overwrite',
      ...(share && { share }),
    });
  /** Names every contact, so that it has a second chunk for certain. */
  const fullFile = (name: string) => file(name, 1);
  const run = async (each: GivenImport, fate?: (step: string) => Fate, messages: Message[] = []) =>
    engine.run([...(await begins(engine, each)), ...messages], { random, keepAsleep: true, ...(fate && { fate }) });
  const undo = async (each: GivenImport): Promise<GivenImport> => {
    const made = await givenUndo(engine.database, each, `${each.importId}-u`, overRefusals);
    await run(made);
    return made;
  };
  const contactsNow = () => contactsOf(engine, institution);
  const outcome = (each: GivenImport) => engine.database.outcomes.findOne({ _id: each.importId });
  const reportsOf = ({ importId }: GivenImport) =>
    Promise.all(
      ['changes.csv', 'rejected-lines.csv', 'errors/all.ndjson'].map(async (name) =>
        text(await engine.store.get('reports', `${importId}/${name}`)),
      ),
    );
  /** The first `times` workers that come to the step stop there. */
  const stopAt = (step: string, fate: Fate, times: number) => {
    let left = times;
    return (at: string): Fate => (at === step && left-- > 0 ? fate : 'go on');
  };

  it.each([...stepsOfAChunk, ...stepsOfTheEnd])(
    'loses nothing and applies nothing twice: dead, or asleep until all is over, %s',
    async (step) => {
      await newWorld();
      const dead = file('dead');
      await run(dead, stopAt(step, 'die', 2));
      const asleep = file('asleep');
      await run(asleep, stopAt(step, 'sleep', 3));
      const taken = await undo(asleep);
      const another = file('another');
      await run(another);
      const then = await contactsNow();
      const reports = await reportsOf(asleep);
      await engine.wake();
      expect(await contactsNow()).toEqual(then);
      expect(await reportsOf(asleep)).toEqual(reports);
      await audit({ database: engine.database, institution, before, imports: [dead, asleep, taken, another] });
    },
    240_000,
  );

  it.each(stepsOfAChunk)(
    'leaves nothing that an undo would miss when the import has failed meanwhile, asleep %s',
    async (step) => {
      await newWorld();
      const failing = fullFile('failing');
      const begin = await begins(engine, failing);
      // The second chunk cannot be read: its message becomes a dead letter, and the import fails while another sleeps over the first.
      await engine.store.remove('plans', planChunkKey(failing.importId, 1));
      const stop = stopAt(step, 'sleep', 1);
      const fate: Way['fate'] = (at, { data }) => (data['chunk'] === 0 ? stop(at) : 'go on');
      await engine.run(begin, { random, keepAsleep: true, heldBySleepers: true, fate });
      expect(await outcome(failing)).toMatchObject({ state: 'FAILED', problem: { code: 'UPDATE_FAILED' } });
      const taken = await undo(failing);
      expect((await contactsNow()).map(valuesOf)).toEqual(before.map(valuesOf));
      await engine.wake();
      await engine.run([], { random });
      expect((await contactsNow()).map(valuesOf)).toEqual(before.map(valuesOf));
      await audit({ database: engine.database, institution, before, imports: [failing, taken] });
    },
    240_000,
  );

  it('begins no chunk once the gateway has written down that the import is cancelled, though no event has come', async () => {
    await newWorld();
    const first = file('first');
    const begin = await begins(engine, first);
    await givenCancellation(engine.database, first);
    await engine.run(begin, { random });
    expect(await outcome(first)).toMatchObject({
      state: 'CANCELLED',
      counts: { applied: 0, unchanged: 0, rejected: 0 },
    });
    expect(await contactsNow()).toEqual(before);
  });

  it('says FAILED of an import that was cancelled and could not be brought to its end', async () => {
    await newWorld();
    const first = fullFile('first');
    const begin = await begins(engine, first);
    await engine.store.remove('plans', planChunkKey(first.importId, 0));
    // Somebody had decided on the first chunk and died, so that it has to be read again; the others need not be read.
    const nothing = { lines: 0, entries: [], reports: [], requestedBy: requester, decidedAt: new Date(), version: 1 };
    const place = { _id: `${first.importId}:00000`, importId: first.importId, chunk: 0, institution };
    await engine.database.chunks.insertOne({ ...place, ...nothing });
    await engine.run([message(importCancelled, await givenCancellation(engine.database, first))], { random });
    await engine.run([...begin, message(chunkReady, { importId: first.importId, chunk: 1, lanes: 3 })], { random });
    const { state, counts } = (await outcome(first)) ?? {};
    expect([state, counts?.notAttempted]).toEqual(['FAILED', counts?.total]);
  });
});
