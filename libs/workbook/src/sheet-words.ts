import type { Language } from '@roundtrip/contracts';
import { type CellField, MAX_TEXT_LENGTH } from '@roundtrip/fields';
import { type SheetMessages, sheetMessages } from '@roundtrip/words/sheets';

export interface HelpPage {
  title: string;
  sections: readonly { heading: string; sentences: readonly string[] }[];
}

/** What a workbook says in the language of who asked for it; names of sheets and columns are the same in all. */
export interface SheetWords extends Pick<
  SheetMessages,
  'yes' | 'no' | 'neverStated' | 'removes' | 'meaning' | 'notInList' | 'severalCodes'
> {
  /** What a `[new]` cell of the field may hold: it names the field and the form. */
  prompt: (field: Pick<CellField, 'code' | 'kind'>) => string;
  help: HelpPage;
}

type Text = string | ((params: { max: number }) => string);

const textOf = (text: Text): string => (typeof text === 'string' ? text : text({ max: MAX_TEXT_LENGTH }));

export function wordsOf(language: Language): SheetWords {
  const { prompt, forms, help, ...words } = sheetMessages(language);
  const { title, ...sections } = help;
  return {
    ...words,
    prompt: ({ code, kind }) => prompt({ code, form: textOf(forms[kind]) }),
    help: {
      title,
      sections: Object.values(sections).map(({ heading, ...sentences }) => ({
        heading,
        sentences: Object.values<Text>(sentences).map(textOf),
      })),
    },
  };
}
