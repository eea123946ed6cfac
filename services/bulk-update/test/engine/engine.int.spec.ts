import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { text } from 'node:stream/consumers';
import { importCancelled } from '@roundtrip/contracts';
import { type ChunkEntry, chunkIdRange, type ContactDocument } from '@roundtrip/database';
import { type Random, randomOf } from '@roundtrip/demo';
import { givenCancellation, type GivenImport, givenUndo, overRefusals } from '../imports.js';
import { audit } from './audit.js';
import { maxDecisionBytes } from '../../src/decision-bytes.rules.js';
import { begins, chaos, contactsOf, crowd, givenContacts } from './crowd.js';
import { Engine, type Fate } from './engine.js';
import { randomFile, valuesOf, type Choices } from './world.js';

/** `npm run engine -- --runs 500 --seed 1` is this spec in its long form: each property that often. */
const longRuns = process.env['RUNS'];
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
const runs = (inTheTests: number): number => Number(longRuns ?? inTheTests);
/** A long form takes the time that it takes: a property that is ended from outside goes on beside the next one, and spoils it. */
const timeLimit = longRuns === undefined ? 600_000 : 24 * 3_600_000;

describe(`the engine, with files and histories of seed ${seed}`, () => {
  let engine: Engine;
  let institution: string;
  let before: ContactDocument[];
  let random: Random;

  beforeAll(async () => {
    engine = await Engine.start({ workers: 3 });
  }, 60_000);
  afterAll(() => engine?.stop());
  afterEach(() => {
    expect(engine.asleep).toBe(0);
  });

  /** A world of its own for each run; the same for the same seed. */
  const newWorld = async (property: number, run: number, twin = ''): Promise<void> => {
    random = randomOf(seed + property, run);
    institution = `w${property}-${run}${twin}`;
    before = await givenContacts(engine, random, institution, 16);
  };
  const contactsNow = () => contactsOf(engine, institution);
  const file = (name: string, choices: Partial<Choices> = {}, exported: readonly ContactDocument[] = before) =>
    randomFile(random, exported, { importId: `${institution}-${name}`, institution, ...choices });
  const outcome = (each: GivenImport) => engine.database.outcomes.findOne({ _id: each.importId });
  const report = async (each: GivenImport, name: string) =>
    text(await engine.store.get('reports', `${each.importId}/${name}`));
  /** The contacts as an export saw them, and then an import that makes the export stale. */
  const staleExport = async (): Promise<ContactDocument[]> => {
    const exported = before;
    const between = file('between', { share: 0.4, onConflict: 'overwrite' });
    await engine.run(await begins(engine, between), { random });
    return exported;
  };
  const decisions = async ({ importId }: GivenImport) => {
    const chunks = await engine.database.chunks
      .find({ _id: chunkIdRange(importId) })
      .sort({ _id: 1 })
      .toArray();
    return chunks.map(({ lines, entries, reports }) => ({ lines, entries, reports }));
  };
  /** What an import leaves to be read, without when and by which import. */
  const resultOf = async (each: GivenImport) => {
    const { counts, transitions, warnings, firstErrors, issueCounts, state } = (await outcome(each))!;
    const reports = await Promise.all(
      ['rejected-lines.csv', 'errors/all.ndjson', 'changes.csv'].map((name) => report(each, name)),
    );
    const bytes = reports.map((all) =>
      all.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then').replaceAll(each.importId, 'it'),
    );
    return { counts, transitions, warnings, firstErrors, issueCounts, state, bytes };
  };

  it(
    'checks and updates alike, line by line, and finds nothing to do when the same file comes again',
    async () => {
      for (let run = 0; run < runs(1); run++) {
        await newWorld(1, run);
        const dataType = random.pick(['authorisations', 'criteria', 'contacts'] as const);
        const choices = { dataType, onConflict: random.pick(['reject', 'overwrite'] as const) };
        const stale = await staleExport();
        const update = file('update', choices, stale);
        const check = { ...update, importId: `${institution}-check`, action: 'check' as const };
        const again = { ...update, importId: `${institution}-again` };
        before = await contactsNow();
        await engine.run(await begins(engine, check), { random });
        expect(await contactsNow()).toEqual(before);
        await engine.run(await begins(engine, update), { random });
        expect(await decisions(update)).toEqual(await decisions(check));
        expect((await outcome(update))?.counts).toEqual((await outcome(check))?.counts);
        const after = await contactsNow();
        await engine.run(await begins(engine, again), { random });
        expect(JSON.stringify(await contactsNow())).toBe(JSON.stringify(after));
        expect((await outcome(again))?.counts).toMatchObject({
          applied: 0,
          rejected: (await outcome(update))?.counts.rejected,
        });
        await audit({ database: engine.database, institution, before, imports: [check, update, again] });
      }
    },
    timeLimit,
  );

  it(
    'does the same whatever the number of workers, the size of chunks and of documents and the order of messages',
    async () => {
      for (let run = 0; run < runs(1); run++) {
        const results: unknown[] = [];
        const ways = [
          { chunkLines: 1000 },
          { chunkLines: 2 },
          { chunkLines: 5 },
          // A document takes one line of some workers, and two or three of others.
          { chunkLines: 6, documentBytes: [1, 12_000, 20_000] },
        ];
        for (const { documentBytes = [maxDecisionBytes], ...way } of ways) {
          engine.documentBytes(...documentBytes);
          await newWorld(2, run, `-${way.chunkLines}`);
          const of = (place: number, name: string, choices: Partial<Choices>) =>
            randomFile(randomOf(seed, 1000 * run + place), before, {
              importId: `${institution}-${name}`,
              institution,
              ...way,
              ...choices,
            });
          const imports = [
            of(1, 'a', {}),
            of(2, 'b', { onConflict: 'overwrite' }),
            of(3, 'c', { dataType: 'contacts' }),
          ];
          const calm = way.chunkLines === 1000;
          for (const each of imports) {
            await engine.run(
              await begins(engine, each),
              calm ? { random, atOnce: 1 } : { random, again: 0.3, fate: chaos(random, 12) },
            );
          }
          await audit({ database: engine.database, institution, before, imports });
          results.push({
            contacts: (await contactsNow()).map(valuesOf),
            imports: await Promise.all(imports.map(resultOf)),
          });
        }
        for (const result of results) expect(result).toEqual(results[0]);
        expect(await engine.database.chunks.countDocuments({ next: { $exists: true } })).toBeGreaterThan(0);
        engine.documentBytes(maxDecisionBytes);
      }
    },
    timeLimit,
  );

  it(
    'gives each line the outcome of some order when imports meet each other, other changes, twins and deaths',
    async () => {
      for (let run = 0; run < runs(2); run++) {
        const crowded = randomOf(seed + 3, run);
        engine.documentBytes(...(run % 2 === 0 ? [1, 12_000, maxDecisionBytes] : [maxDecisionBytes]));
        await crowd(engine, crowded, `w3-${run}`);
        engine.documentBytes(maxDecisionBytes);
        expect(engine.deadLetters()).toBe(0);
      }
    },
    timeLimit,
  );

  it(
    'takes back what an import did while other changes stay, and takes that back',
    async () => {
      for (let run = 0; run < runs(1); run++) {
        await newWorld(4, run);
        const dataType = random.pick(['authorisations', 'criteria', 'contacts'] as const);
        const first = file('first', { dataType, onConflict: 'overwrite' });
        await engine.run(await begins(engine, first), { random });
        const after = await contactsNow();
        const undo = await givenUndo(engine.database, first, `${first.importId}-u`, overRefusals);
        await engine.run(await begins(engine, undo), { random, again: 0.3, fate: chaos(random, 6) });
        expect((await contactsNow()).map(valuesOf)).toEqual([
          ...before.map(valuesOf),
          ...madeAndTakenBack(after, before),
        ]);
        const redo = await givenUndo(engine.database, undo, `${first.importId}-r`, overRefusals);
        await engine.run(await begins(engine, redo), { random, again: 0.3, fate: chaos(random, 6) });
        expect((await contactsNow()).map(valuesOf)).toEqual(after.map(valuesOf));
        const later = file('later', { dataType, onConflict: 'overwrite' }, after);
        await engine.run(await begins(engine, later), { random });
        const secondUndo = await givenUndo(engine.database, first, `${first.importId}-v`);
        await engine.run(await begins(engine, secondUndo), { random });
        // Explained by rule 6: what came later is kept and named.
        await audit({
          database: engine.database,
          institution,
          before,
          imports: [first, undo, redo, later, secondUndo],
        });
      }
    },
    timeLimit,
  );

  it(
    'keeps and names the refusals that an undo would end, takes back the rest, and the undo of that ends none either',
    async () => {
      for (let run = 0; run < runs(1); run++) {
        await newWorld(6, run);
        const first = file('first', { onConflict: 'overwrite', share: 0.9 });
        await engine.run(await begins(engine, first), { random });
        const after = await contactsNow();
        const undo = await givenUndo(engine.database, first, `${first.importId}-u`);
        await engine.run(await begins(engine, undo), { random, again: 0.3, fate: chaos(random, 6) });
        const refusedIn = (entries: readonly ChunkEntry[]): string[] =>
          entries
            .filter((entry) => Object.values(entry.after).includes(false))
            .map(({ contactNumber }) => contactNumber);
        const entriesOf = async (each: GivenImport) => (await decisions(each)).flatMap(({ entries }) => entries);
        const kept = refusedIn(await entriesOf(first));
        expect(kept.length).toBeGreaterThan(0);
        const mixed = (stay: readonly string[], these: ContactDocument[], others: ContactDocument[]) =>
          others.map((other, index) => valuesOf(stay.includes(other.contactNumber) ? these[index]! : other));
        expect((await contactsNow()).map(valuesOf)).toEqual(mixed(kept, after, before));
        expect(await outcome(undo)).toMatchObject({
          state: 'DONE_WITH_ERRORS',
          counts: { rejected: kept.length },
          issueCounts: { CONFLICT_REFUSAL: expect.any(Number) },
        });
        // What the undo has made False again is no less of a refusal.
        const undone = await contactsNow();
        const redo = await givenUndo(engine.database, undo, `${first.importId}-r`);
        await engine.run(await begins(engine, redo), { random, again: 0.3, fate: chaos(random, 6) });
        expect((await contactsNow()).map(valuesOf)).toEqual(mixed(refusedIn(await entriesOf(undo)), undone, after));
        await audit({ database: engine.database, institution, before, imports: [first, undo, redo] });
      }
    },
    timeLimit,
  );

  it(
    'begins no chunk after a cancellation, counts the rest as not attempted, and lets the beginning be undone',
    async () => {
      for (let run = 0; run < runs(1); run++) {
        await newWorld(5, run);
        const first = file('first', { chunkLines: 2, onConflict: 'overwrite' });
        const moment = random.below(120);
        let [steps, deciding, mayBegin] = [0, 0, Infinity];
        const fate = async (step: string): Promise<Fate> => {
          // From the question on: its answer may be on its way when the cancellation is written.
          if (step === 'before isCancelled') deciding += 1;
          if (step === 'after decide') deciding -= 1;
          if (steps++ === moment) {
            await engine.workers[0]!.receives(importCancelled, await givenCancellation(engine.database, first));
            mayBegin = deciding + (await engine.database.chunks.countDocuments({ _id: chunkIdRange(first.importId) }));
          }
          return random.chance(0.1) ? 'linger' : 'go on';
        };
        await engine.run(await begins(engine, first), { random, atOnce: 4, fate });
        const begun = await engine.database.chunks.countDocuments({
          _id: chunkIdRange(first.importId),
          notAttempted: { $exists: false },
        });
        expect(begun).toBeLessThanOrEqual(mayBegin);
        const { state, counts } = (await outcome(first)) ?? {};
        expect(state).toEqual(
          begun < first.chunks.length ? 'CANCELLED' : expect.stringMatching(/^(CANCELLED|DONE.*)$/),
        );
        expect(counts?.notAttempted === 0).toBe(begun === first.chunks.length);
        const undo = await givenUndo(engine.database, first, `${first.importId}-u`, overRefusals);
        await engine.run(await begins(engine, undo), { random });
        expect((await contactsNow()).map(valuesOf)).toEqual(before.map(valuesOf));
        await audit({ database: engine.database, institution, before, imports: [first, undo] });
      }
    },
    timeLimit,
  );
});

/** What is left of contacts that an import had made, and its undo taken back: their number and history. */
const madeAndTakenBack = (after: readonly ContactDocument[], before: readonly ContactDocument[]) => {
  const known = new Set(before.map(({ _id }) => _id));
  return after
    .filter(({ _id }) => !known.has(_id))
    .map(({ contactNumber, kind }) => ({ contactNumber, kind, criteria: {}, authorisations: {}, anonymised: false }));
};
