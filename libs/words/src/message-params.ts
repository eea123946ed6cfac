/**
 * The parameters of an ICU message, read from its text by the compiler: `{name}` takes a text, `{n, number}` and `{n, plural, …}` a number,
 * `{at, date, …}` a moment, which is a number, too, `{kind, select, …}` a text. A text that stands alone is no number, so that no number is written in the manner of another language.
 */
export type ParamsOf<Message extends string> = Simplify<InText<Message, [], unknown>>;

type Simplify<T> = { [Key in keyof T]: T[Key] };

/** Up to the next brace, whichever it is: what stands before it, the brace, and what follows. */
type NextBrace<Text extends string> = Text extends `${infer Head}}${infer Tail}`
  ? Head extends `${infer Before}{${infer After}`
    ? [Before, '{', `${After}}${Tail}`]
    : [Head, '}', Tail]
  : never;

/** In words that are shown. A `}` ends the branch of an argument. */
type InText<Text extends string, Stack extends unknown[], Found> =
  NextBrace<Text> extends [string, infer Brace, infer Rest extends string]
    ? Brace extends '{'
      ? InArgument<Rest, Stack, Found>
      : InBranches<Rest, Stack, Found>
    : Found;

/** Behind the `{` of an argument: its name, then `}`, or its kind and perhaps branches. */
type InArgument<Text extends string, Stack extends unknown[], Found> =
  NextBrace<Text> extends [infer Head extends string, infer Brace, infer Rest extends string]
    ? Brace extends '}'
      ? AfterArgument<Rest, Stack, Found & ParamOf<Head>>
      : InText<Rest, [...Stack, 'branch'], Found & ParamOf<Head>>
    : Found;

/** Between the branches of an argument: another one begins, or the argument ends. */
type InBranches<Text extends string, Stack extends unknown[], Found> =
  NextBrace<Text> extends [string, infer Brace, infer Rest extends string]
    ? Brace extends '{'
      ? InText<Rest, Stack, Found>
      : Stack extends [...infer Outer, unknown]
        ? AfterArgument<Rest, Outer, Found>
        : Found
    : Found;

type AfterArgument<Text extends string, Stack extends unknown[], Found> = InText<Text, Stack, Found>;

type ParamOf<Head extends string> = Head extends `${infer Name},${infer Kind}`
  ? Record<
      Trim<Name>,
      Trim<Kind> extends `${'number' | 'plural' | 'selectordinal' | 'date' | 'time'}${string}` ? number : string
    >
  : Record<Trim<Head>, string>;

type Trim<Text extends string> = Text extends ` ${infer Rest}` | `${infer Rest} ` ? Trim<Rest> : Text;
