// npm run words -- --missing xx             what a language does not say
// npm run words -- --csv words.csv          all messages for a translator: key, English, a column for each language; --language xx adds one
// npm run words -- --take words.csv --language xx    the column of a language becomes its folder, or all that is wrong with it is told
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { catalogueFiles, messagesOf } from './catalogue-files.js';
import { writeLanguage } from './language-folder.js';
import { saidInEnglish, translationProblems } from './translation-problems.js';
import { readTranslation, translatorsFile } from './translators-file.js';

const built = fileURLToPath(new URL('../languages/', import.meta.url));
const sources = fileURLToPath(new URL('../../src/languages/', import.meta.url));
const english = await catalogueFiles(join(built, 'en'));

const messagesIn = async (language: string) => messagesOf(await catalogueFiles(join(built, language)));

function requireLanguage(language: string | undefined): string {
  if (language === undefined || language === 'en' || !/^[a-z]{2,3}$/.test(language))
    throw new Error('--language must be the code of a language other than English, such as pt');
  return language;
}

async function missing(language: string): Promise<void> {
  const own = await messagesIn(requireLanguage(language));
  const problems = translationProblems(language, messagesOf(english), own);
  for (const problem of problems) console.log(problem);
  for (const key of saidInEnglish(messagesOf(english), own)) console.log(`${key} is the same as in English`);
  if (problems.length > 0) process.exitCode = 1;
}

async function csv(file: string | undefined, added: string | undefined): Promise<void> {
  const languages = (await readdir(built)).filter((language) => language !== 'en').toSorted();
  if (added !== undefined && !languages.includes(requireLanguage(added))) languages.push(added);
  const columns = new Map<string, Awaited<ReturnType<typeof messagesIn>>>();
  for (const language of languages) columns.set(language, await messagesIn(language));
  const text = translatorsFile(messagesOf(english), columns);
  if (file === undefined) process.stdout.write(text);
  else await writeFile(file, text);
}

async function take(file: string, language: string): Promise<void> {
  const translated = await readTranslation(await readFile(file), language);
  const problems = translationProblems(language, messagesOf(english), translated);
  if (problems.length > 0) {
    for (const problem of problems) console.error(problem);
    throw new Error(`${problems.length} of ${translated.size} messages cannot be taken; nothing is written`);
  }
  await writeLanguage(join(sources, language), english, translated, join(sources, 'fr'));
  console.log(`${translated.size} messages are in ${join('libs/words/src/languages', language)}`);
}

try {
  const { values, positionals } = parseArgs({
    options: {
      missing: { type: 'string' },
      csv: { type: 'boolean', default: false },
      take: { type: 'string' },
      language: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (values.missing !== undefined) await missing(values.missing);
  else if (values.take !== undefined) await take(values.take, requireLanguage(values.language));
  else if (values.csv) await csv(positionals[0], values.language);
  else throw new Error('One of --missing xx, --csv [FILE], --take FILE --language xx must be given');
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
