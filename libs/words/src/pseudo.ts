import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageTree, Translated } from './spoken.js';

// As the parser numbers what it finds.
const WORDS = 0;

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aàbƀcçdđeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqɋrŕsštţuûvṽwŵxẋyýzž'.matchAll(/(.)(.)/gu)].flatMap(
    ([, letter = '', accent = '']) => [
      [letter, accent],
      [letter.toUpperCase(), accent.toUpperCase()],
    ],
  ),
);

/** About 40 % longer, as another language may be: vowels and the most frequent consonants are there twice. */
const lengthened = (text: string): string =>
  text.replaceAll(/[aeiouyst]/gi, '$&$&').replaceAll(/[a-z]/gi, (letter) => accented[letter] ?? letter);

/** Where the words of a message stand in its text; the parameters, and what chooses a branch, do not. */
const wordsIn = (elements: ReturnType<IntlMessageFormat['getAst']>): { start: number; end: number }[] =>
  elements.flatMap((element) => {
    if ('options' in element) return Object.values(element.options).flatMap(({ value }) => wordsIn(value));
    const { location } = element;
    const type: number = element.type;
    return type === WORDS && location ? [{ start: location.start.offset, end: location.end.offset }] : [];
  });

/** The message with strange letters: whoever looks at a page sees what was never a message, and what has no room. */
export function pseudoMessage(message: string): string {
  const elements = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true, captureLocation: true }).getAst();
  let end = 0;
  let text = '';
  for (const words of wordsIn(elements)) {
    text += message.slice(end, words.start) + lengthened(message.slice(words.start, words.end));
    end = words.end;
  }
  return text + message.slice(end);
}

export const pseudoMessages = <Tree extends MessageTree>(english: Tree): Translated<Tree> =>
  Object.fromEntries(
    Object.entries(english).map(([key, node]) => [
      key,
      typeof node === 'string' ? pseudoMessage(node) : pseudoMessages(node),
    ]),
  ) as Translated<Tree>;
