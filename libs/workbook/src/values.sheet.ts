import { EMPTY, kindTraits, templateSheets } from '@roundtrip/contracts';
import type { CellField } from '@roundtrip/fields';
import type { SheetContent } from '@roundtrip/xlsx';
import { styles } from './styles.js';
import type { SheetWords } from './sheet-words.js';

export interface Choice {
  code: string;
  name: string;
}

/** What the list of a field offers, in order; undefined where any value of its kind may be typed. */
export function choicesOf({ kind, values }: CellField, words: SheetWords): Choice[] | undefined {
  const { coded, yesNo } = kindTraits[kind];
  const removes = { code: EMPTY, name: kind === 'AUTHORISATION' ? words.neverStated : words.removes };
  if (yesNo) return [{ code: 'TRUE', name: words.yes }, { code: 'FALSE', name: words.no }, removes];
  if (!coded || values.length === 0) return undefined;
  return [...values.filter(({ active }) => active).map(({ code, name }) => ({ code, name })), removes];
}

/** The choices of some fields below each other, with their names beside. Field n stands in column 2n. */
export function valuesSheet(
  fields: readonly { field: Pick<CellField, 'code' | 'name'>; choices: readonly Choice[] }[],
  words: SheetWords,
): SheetContent {
  const longest = Math.max(0, ...fields.map(({ choices }) => choices.length));
  const header = fields.flatMap(({ field }) => [
    { text: `${field.code} - ${field.name}`, style: styles.openHeader },
    { text: words.meaning, style: styles.keptHeader },
  ]);
  const rows = Array.from({ length: longest }, (_, at) =>
    fields.flatMap(({ choices }) => [choices[at]?.code ?? '', choices[at]?.name ?? '']),
  );
  return {
    name: templateSheets.values,
    columns: fields.flatMap(() => [
      { width: 22, style: styles.text },
      { width: 30, style: styles.person },
    ]),
    rows: [[header, ...rows]],
    hasHeader: true,
    protected: true,
  };
}
