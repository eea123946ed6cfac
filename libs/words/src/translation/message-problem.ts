import { IntlMessageFormat } from 'intl-messageformat';

type Nodes = ReturnType<IntlMessageFormat['getAst']>;

interface Param {
  /** Numbers and moments are numbers; all else is a text. */
  takes: 'a number' | 'a text';
  /** What a `select` tells apart. */
  options: Set<string>;
}

// Kinds of nodes of a parsed message; the parser's own names are not handed on by the package that we use.
const ARGUMENT = 1;
const SELECT = 5;
const PLURAL = 6;
const numbers = [2, 3, 4, PLURAL];

const pluralForms = /^(?:zero|one|two|few|many|other|=\d+)$/;

function paramsOf(nodes: Nodes, found = new Map<string, Param>()): Map<string, Param> {
  for (const node of nodes) {
    const type: number = node.type;
    if (type !== ARGUMENT && type !== SELECT && !numbers.includes(type)) continue;
    const { value: name } = node as { value: string };
    const param = found.get(name) ?? { takes: numbers.includes(type) ? 'a number' : 'a text', options: new Set() };
    found.set(name, param);
    if (!('options' in node)) continue;
    for (const [option, { value }] of Object.entries(node.options)) {
      if (type === SELECT) param.options.add(option);
      else if (!pluralForms.test(option)) throw new Error(`“${option}” of {${name}} is no form of a plural`);
      paramsOf(value, found);
    }
  }
  return found;
}

const parsed = (locale: string, message: string): Map<string, Param> =>
  paramsOf(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst());

/**
 * What is wrong with a message: it cannot be read, or takes other parameters than the English one.
 *
 * @param locale whose plurals it forms
 */
export function messageProblem(locale: string, message: string, english: string): string | undefined {
  if (message.includes("'")) return 'has a straight apostrophe, which is a sign of ICU: write ’';
  let params: Map<string, Param>;
  try {
    params = parsed(locale, message);
  } catch (error) {
    return `is no ICU message: ${error instanceof Error ? error.message : String(error)}`;
  }
  for (const [name, { takes, options }] of parsed('en', english)) {
    const own = params.get(name);
    if (!own) return `lacks {${name}}`;
    if (own.takes !== takes) return `takes {${name}} as ${own.takes}, and it is ${takes}`;
    const unknown = [...own.options].find((option) => options.size > 0 && !options.has(option));
    if (unknown !== undefined) return `asks whether {${name}} is “${unknown}”, which it never is`;
    params.delete(name);
  }
  const [unknown] = params.keys();
  return unknown === undefined ? undefined : `has {${unknown}}, which the English one has not`;
}
