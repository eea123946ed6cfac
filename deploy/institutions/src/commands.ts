import { parseArgs } from 'node:util';
import { connectDatabase } from '@roundtrip/database';
import { InstitutionsRepository } from './institutions.repository.js';
import { InstitutionsProblem } from './problem.errors.js';
import { findPlace } from './server.js';
import { languages } from '@roundtrip/contracts';
import { type NewInstitution, newInstitutionFrom } from './new-institution.rules.js';

const usage = `Usage:
  npm run institution -- create --name NAME --language ${languages.join('|')} [--domains a.example,b.example|none]
                                             makes one, and prints how its administrator signs in: a link and a key
  npm run institution -- list                those that are there
  npm run institution -- administrator ID    a new link and key, when all keys of an administrator are lost`;

const aboutDomains = `Mails with contact data should go to your own people only. Which domains may they go to?
Separate several by commas; "none" lets mails go to any address, but with a link only, never with a file: `;

export interface Terminal {
  say: (line: string) => void;
  /** Absent when nobody is there to answer. */
  ask?: (question: string) => Promise<string>;
}

/** @throws InstitutionsProblem, or what the database says */
export async function runCommand(args: readonly string[], env: NodeJS.ProcessEnv, terminal: Terminal): Promise<void> {
  const { command, subject, values } = parse(args);
  const { mongoUrl, publicUrl } = await findPlace(env);
  const database = await connectDatabase(mongoUrl);
  const institutions = new InstitutionsRepository(database);
  try {
    if (command === 'list') await list(institutions, terminal);
    else if (command === 'create') await create(institutions, values, terminal, publicUrl);
    else await administrator(institutions, subject, terminal, publicUrl);
  } finally {
    await database.close();
  }
}

interface Given {
  name?: string | undefined;
  language?: string | undefined;
  domains?: string | undefined;
}

async function create(
  institutions: InstitutionsRepository,
  given: Given,
  { say, ask }: Terminal,
  publicUrl: string,
): Promise<void> {
  // What is wrong already is said before a question is asked.
  newInstitutionFrom({ ...given, domains: given.domains ?? 'none' });
  const domains = given.domains ?? (await ask?.(aboutDomains));
  if (domains === undefined) {
    throw new InstitutionsProblem(
      '--domains: say where its mails may go, as in theatre.example,city.example, or none.',
    );
  }
  const institution = newInstitutionFrom({ ...given, domains });
  const same = await institutions.named(institution.name);
  if (same) {
    throw new InstitutionsProblem(
      `There is an institution of this name, ${same._id}: choose another name, or make a new link with \`administrator ${same._id}\`.`,
    );
  }
  const id = await institutions.create(institution);
  const way = await institutions.addAdministrator(id, publicUrl);
  say(`${institution.name} is there, ${id}, with seven authorisations. Its mails go to ${placesOf(institution)}.`);
  say(`Its administrator signs in here:\n${wayIn(way)}`);
}

const wayIn = ({ key, link }: { key: string; link: string }): string =>
  `${link}\nThe link works once, within ten minutes. Later she signs in with her key, which is shown only now:\n${key}`;

async function list(institutions: InstitutionsRepository, { say }: Terminal): Promise<void> {
  const all = await institutions.all();
  if (all.length === 0) say('There is no institution yet: `create` makes one.');
  for (const institution of all) {
    const { _id, name, language } = institution;
    const keys = await institutions.administratorKeys(_id);
    const administrators = keys === 1 ? '1 administrator key' : `${keys} administrator keys`;
    say(`${_id}  ${name}  ${language}  mails to ${placesOf(institution)}  ${administrators}`);
  }
}

const placesOf = ({ allowedEmailDomains: domains }: Pick<NewInstitution, 'allowedEmailDomains'>): string =>
  domains.length > 0 ? domains.join(', ') : 'any address, without files';

async function administrator(
  institutions: InstitutionsRepository,
  id: string | undefined,
  { say }: Terminal,
  publicUrl: string,
): Promise<void> {
  if (id === undefined) throw new InstitutionsProblem(usage);
  const institution = await institutions.find(id);
  if (!institution)
    throw new InstitutionsProblem(`There is no institution ${id}: \`list\` shows those that are there.`);
  const way = await institutions.addAdministrator(id, publicUrl);
  say(`An administrator of ${institution.name} signs in here:\n${wayIn(way)}`);
  say('Other keys stay as they are: revoke those that are lost under Settings.');
}

function parse(args: readonly string[]): {
  command: 'create' | 'list' | 'administrator';
  subject: string | undefined;
  values: Given;
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { name: { type: 'string' }, language: { type: 'string' }, domains: { type: 'string' } },
      allowPositionals: true,
    });
    const [command, subject, ...more] = positionals;
    const known = (['create', 'list', 'administrator'] as const).find((name) => name === command);
    const takesSubject = known === 'administrator';
    if (known && more.length === 0 && (subject === undefined || takesSubject))
      return { command: known, subject, values };
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new InstitutionsProblem(usage);
}
