import type { SentenceParams } from '@roundtrip/contracts/words';
import { messageText } from './message.js';
import type { ParamsOf } from './message-params.js';

export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** Undefined where there is none. */
export function messageAt(tree: MessageTree, path: readonly string[]): string | undefined {
  let found: string | MessageTree | undefined = tree;
  for (const key of path) found = typeof found === 'object' ? found[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The same messages in another language. */
export type Translated<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Translated<Tree[Key]>;
};

/** Messages as a program says them: one without parameters is its text, one with parameters a function of them. */
export type Spoken<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? SpokenMessage<Tree[Key]> : Spoken<Tree[Key]>;
};

type SpokenMessage<Message extends string> =
  Record<never, never> extends ParamsOf<Message> ? string : (params: ParamsOf<Message>) => string;

/**
 * @param tree of the language that is spoken
 * @param like the English messages: they say which of them take parameters
 */
export function spoken<Tree extends MessageTree>(locale: string, tree: Translated<Tree>, like: Tree): Spoken<Tree> {
  const said = {};
  for (const [key, pattern] of Object.entries(like)) {
    const message = (tree as MessageTree)[key] ?? pattern;
    // Read when it is said: most pages say a few messages of many.
    let value: unknown;
    const get = (): unknown => (value ??= speak(locale, message, pattern));
    Object.defineProperty(said, key, { get, enumerable: true });
  }
  return said as Spoken<Tree>;
}

function speak(locale: string, message: string | MessageTree, like: string | MessageTree): unknown {
  if (typeof message !== 'string') return spoken(locale, message, like as MessageTree);
  if (typeof like !== 'string' || !like.includes('{')) return messageText(locale, message);
  return (params: SentenceParams) => messageText(locale, message, params);
}
