import { validationCompleted } from '@roundtrip/contracts';
import { type ContactDocument, institutionIdRange } from '@roundtrip/database';
import type { Random } from '@roundtrip/demo';
import { administrator, type GivenImport, givenImport, givenUndo, overRefusals, requester } from '../imports.js';
import { audit } from './audit.js';
import { type Engine, type Message, message, type Way } from './engine.js';
import { sneakIn } from './sneak-in.js';
import { randomContacts, randomFile, type Choices } from './world.js';

/** The event that begins each of the imports, with all that must be there before. */
export async function begins(engine: Engine, ...imports: GivenImport[]): Promise<Message[]> {
  for (const each of imports) await givenImport(engine.database, engine.store, each);
  return imports.map(({ importId, institution, chunks, action = 'update' }) =>
    message(validationCompleted, { importId, institution, action, chunks: chunks.length, lines: chunks.flat().length }),
  );
}

export async function givenContacts(
  engine: Engine,
  random: Random,
  institution: string,
  count: number,
): Promise<ContactDocument[]> {
  const contacts = randomContacts(random, institution, count);
  await engine.database.contacts.insertMany(contacts.map((contact) => ({ ...contact })));
  return contacts;
}

/** Without what they are found by: old contacts get that at any moment, and the audit looks at it. */
export const contactsOf = (engine: Engine, institution: string): Promise<ContactDocument[]> =>
  engine.database.contacts
    .find({ _id: institutionIdRange(institution) }, { projection: { searchKeys: 0 } })
    .sort({ _id: 1 })
    .toArray();

/** Each worker may fall asleep, die or linger at every step, `budget` times in all. */
export function chaos(
  random: Random,
  budget: number,
  also?: (step: string) => Promise<void>,
): NonNullable<Way['fate']> {
  let left = budget;
  return async (step) => {
    await also?.(step);
    const throwOfDice = random.fraction();
    if (throwOfDice > 0.2 || left === 0) return 'go on';
    if (throwOfDice > 0.1) return 'linger';
    left -= 1;
    return throwOfDice > 0.05 ? 'sleep' : 'die';
  };
}

/**
 * Four imports from exports of different ages and an undo over the same contacts at once, among them twins and deaths, and changes from
 * elsewhere that come just before a chunk is applied; then everything that must hold.
 */
export async function crowd(engine: Engine, random: Random, institution: string, contacts = 16): Promise<void> {
  const { database } = engine;
  const exported = await givenContacts(engine, random, institution, contacts);
  const file = (name: string, choices: Partial<Choices>, from: readonly ContactDocument[]) =>
    randomFile(random, from, { importId: `${institution}-${name}`, institution, ...choices });
  const between = file('between', { share: 0.4, onConflict: 'overwrite' }, exported);
  await engine.run(await begins(engine, between), { random });
  const before = await contactsOf(engine, institution);

  const overwriting = {
    onConflict: 'overwrite' as const,
    overwriteRefusals: random.chance(0.5),
    requestedBy: random.pick([administrator, requester]),
  };
  const imports = [
    file('a', {}, exported),
    file('b', overwriting, exported),
    file('c', { dataType: random.pick(['authorisations', 'contacts'] as const) }, before),
    file('d', { action: random.pick(['check', 'update'] as const) }, before),
    await givenUndo(database, between, `${institution}-e`, random.chance(0.3) ? overRefusals : {}),
  ];
  const foreign: string[] = [];
  const fate = chaos(random, 20, async (step) => {
    if (step !== 'before apply' || !random.chance(0.4)) return;
    const importId = `${institution}-x${foreign.length}`;
    foreign.push(importId);
    const value = random.pick([false, false, true, null]);
    await sneakIn(database, random.pick(before)._id, { importId, path: 'authorisations.EMAIL', value });
  });
  await engine.run(await begins(engine, ...imports), { random, atOnce: 8, again: 0.2, fate });
  await audit({ database, institution, before, imports, foreign });
}
