import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectDatabase, type WholeDatabase } from '@roundtrip/database';
import { ownDatabase } from '@roundtrip/test-kit';
import { runCommand } from '../src/commands.js';

const mongoUrl = ownDatabase();
const env = { MONGO_URL: mongoUrl, PUBLIC_URL: 'https://roundtrip.example/' };

describe('npm run institution', () => {
  let database: WholeDatabase;

  beforeAll(async () => {
    database = await connectDatabase(mongoUrl);
  });
  afterAll(async () => {
    await database.dropDatabase();
    await database.close();
  });

  const run = async (args: string[], answers: string[] = []): Promise<string> => {
    const lines: string[] = [];
    const ask = (question: string): Promise<string> => {
      lines.push(question);
      return Promise.resolve(answers.shift() ?? '');
    };
    await runCommand(args, env, { say: (line) => lines.push(line), ...(answers.length > 0 && { ask }) });
    return lines.join('\n');
  };
  const aName = (): string => `Théâtre ${randomBytes(6).toString('hex')}`;
  const create = (name: string, ...more: string[]) => run(['create', '--name', name, '--language', 'fr', ...more]);
  const idIn = (said: string): string => /ins_\w+/.exec(said)![0];

  it('makes an institution with seven authorisations, and says how its administrator comes in', async () => {
    const name = aName();
    const said = await create(name, '--domains', '@Theatre.example, ville.example');
    const id = idIn(said);
    expect(await database.institutions.findOne({ _id: id })).toEqual({
      _id: id,
      name,
      language: 'fr',
      delimiter: ';',
      allowedEmailDomains: ['theatre.example', 'ville.example'],
    });
    const authorisations = await database.authorisations.find({ institution: id }).sort({ rank: 1 }).toArray();
    expect(authorisations.map(({ code }) => code)).toEqual([
      'CNIL_O',
      'PARTNER',
      'CNIL_T',
      'SMS_MMS',
      'LETTER',
      'PHONE',
      'EMAIL',
    ]);
    expect(authorisations[5]).toMatchObject({ name: 'Téléphone', active: true });

    const key = /^rt_\w{32}$/m.exec(said)?.[0] ?? '';
    const keys = await database.apiKeys.find({ institution: id }).toArray();
    expect(keys).toEqual([
      expect.objectContaining({ role: 'admin', hash: createHash('sha256').update(key).digest('hex') }),
    ]);
    expect(JSON.stringify(keys)).not.toContain(key);
    const link = /^https:\/\/roundtrip\.example\/#code=(\w{32})$/m.exec(said);
    expect(said).not.toContain(`=${key}`);
    const codes = await database.signInCodes.find({ institution: id }).toArray();
    expect(codes).toEqual([
      expect.objectContaining({
        keyId: keys[0]?._id,
        _id: createHash('sha256')
          .update(link?.[1] ?? '')
          .digest('hex'),
      }),
    ]);
    const [times] = codes.map(({ createdAt, expiresAt }) => expiresAt.getTime() - createdAt.getTime());
    expect(times).toBe(600_000);
  });

  it('asks for the domains of its mails when somebody is there to answer', async () => {
    const said = await run(['create', '--name', aName(), '--language', 'en'], ['none']);
    expect(said).toContain('Which domains may they go to?');
    expect(await database.institutions.findOne({ _id: idIn(said) })).toMatchObject({
      delimiter: ',',
      allowedEmailDomains: [],
    });
  });

  it('makes no second one of the same name', async () => {
    const name = aName();
    const id = idIn(await create(name, '--domains', 'none'));
    await expect(create(name, '--domains', 'none')).rejects.toThrow(`There is an institution of this name, ${id}`);
    expect(await database.institutions.countDocuments({ name })).toBe(1);
  });

  it('lists what is there, and makes a new link when all keys are lost', async () => {
    const name = aName();
    const id = idIn(await create(name, '--domains', 'theatre.example'));
    const said = await run(['administrator', id]);
    expect(said).toMatch(/#code=\w{32}$/m);
    const line = (await run(['list'])).split('\n').find((one) => one.startsWith(id));
    expect(line).toBe(`${id}  ${name}  fr  mails to theatre.example  2 administrator keys`);
  });

  it.each<[string, string[]]>([
    ['Usage:', []],
    ['Usage:', ['destroy']],
    ['Usage:', ['create', '--nmae', 'X']],
    ['Usage:', ['list', 'all']],
    ['Usage:', ['administrator']],
    ['--name: a name has 1 to 200 characters', ['create', '--language', 'en', '--domains', 'none']],
    ['--language: choose one of en, fr', ['create', '--name', 'X', '--domains', 'none']],
    ['--language: choose one of en, fr', ['create', '--name', 'X', '--language', 'tlh', '--domains', 'none']],
    ['--domains: say where its mails may go', ['create', '--name', 'X', '--language', 'en']],
    ['--domains: a@b is no domain', ['create', '--name', 'X', '--language', 'en', '--domains', 'a@b']],
    ['There is no institution ins_none', ['administrator', 'ins_none']],
  ])('says %j to %j, and makes nothing', async (message, args) => {
    const before = await database.institutions.countDocuments({});
    await expect(run(args)).rejects.toThrow(message);
    expect(await database.institutions.countDocuments({})).toBe(before);
  });

  it('says where it looks for a database', async () => {
    const nowhere = { ROUNDTRIP_HOME: '/nowhere' };
    await expect(runCommand(['list'], nowhere, { say: () => {} })).rejects.toThrow('Which database? Set MONGO_URL');
  });
});
