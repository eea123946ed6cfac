import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { type Language, languages } from '@roundtrip/contracts';
import { type Letter, letterText, parseLetter } from './letter.rules.js';
import { localeOf } from './locale.rules.js';
import type { JobNotice } from './notice.rules.js';

type Kind = JobNotice['kind'];
const kinds: readonly Kind[] = ['template-ready', 'template-empty', 'template-failed', 'import-finished'];

export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
}

const ownText = (file: string): string => readFileSync(new URL(`./texts/${file}`, import.meta.url), 'utf8');

/** The words of one language. They become plain text, so nothing in them is escaped; the HTML layout does that. */
function compileWords(language: Language): Map<Kind, HandlebarsTemplateDelegate> {
  const handlebars = Handlebars.create();
  const { number, date, size, plural } = localeOf(language);
  handlebars.registerHelper({
    number,
    date,
    size,
    plural: (value: number, one: string, other: string) => plural(value, one, other),
  });
  return new Map(
    kinds.map((kind) => [kind, handlebars.compile(ownText(`${language}/${kind}.hbs`), { noEscape: true })]),
  );
}

/** Fills the letters of our own text files, compiled once at start; nothing else is ever compiled. */
@Injectable()
export class LetterWriter {
  private readonly words = new Map(languages.map((language) => [language, compileWords(language)]));
  private readonly layout = Handlebars.create().compile(ownText('letter.hbs'));

  write(kind: Kind, language: Language, view: Record<string, unknown>): WrittenLetter {
    const letter: Letter = parseLetter(this.words.get(language)?.get(kind)?.(view) ?? '');
    return { subject: letter.subject, text: letterText(letter), html: this.layout({ ...letter, language }) };
  }
}
