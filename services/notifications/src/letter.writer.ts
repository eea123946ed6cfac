import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import Handlebars, { type HelperOptions } from 'handlebars';
import { type Language, languages } from '@roundtrip/contracts';
import { letterWords, reasonWords } from '@roundtrip/words/letters';
import { type Letter, letterText, parseLetter } from './letter.rules.js';
import type { LetterView } from './letter-view.rules.js';
import { numberText, sizeText } from './locale.rules.js';
import type { JobNotice } from './notice.rules.js';

type Kind = JobNotice['kind'];
const kinds: readonly Kind[] = ['template-ready', 'template-empty', 'template-failed', 'import-finished'];

export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
}

const ownText = (file: string): string => readFileSync(new URL(`./texts/${file}`, import.meta.url), 'utf8');

/** The letters in one language. They become plain text, so nothing in them is escaped; the HTML layout does that. */
function compileLetters(language: Language): Map<Kind, HandlebarsTemplateDelegate<LetterView>> {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({
    /** The words of a place in the catalogue; its parameters are what the letter is filled with, and what the template adds. */
    say(this: LetterView, ...args: unknown[]): string {
      const { hash } = args.pop() as HelperOptions;
      return letterWords(language, args.join('.'), { ...this, ...hash });
    },
    reason: (code: string) => reasonWords(language, code),
    number: (value: number) => numberText(language, value),
    size: (bytes: number) => sizeText(language, bytes),
  });
  return new Map(kinds.map((kind) => [kind, handlebars.compile(ownText(`${kind}.hbs`), { noEscape: true })]));
}

/** Fills the letters of our own text files, compiled once at start; nothing else is ever compiled. */
@Injectable()
export class LetterWriter {
  private readonly letters = new Map(languages.map((language) => [language, compileLetters(language)]));
  private readonly layout = Handlebars.create().compile(ownText('letter.hbs'));

  write(kind: Kind, language: Language, view: LetterView): WrittenLetter {
    const letter: Letter = parseLetter(this.letters.get(language)?.get(kind)?.(view) ?? '');
    return { subject: letter.subject, text: letterText(letter), html: this.layout({ ...letter, language }) };
  }
}
