import type { CellField } from '@roundtrip/fields';

export interface HelpPage {
  title: string;
  sections: readonly { heading: string; sentences: readonly string[] }[];
}

/** What a workbook says in the language of its institution; names of sheets and columns are the same in all. */
export interface SheetWords {
  yes: string;
  no: string;
  neverStated: string;
  removes: string;
  /** Header above the names of codes. */
  meaning: string;
  /** What a `[new]` cell of the field may hold: it names the field and the form. */
  prompt: (field: Pick<CellField, 'code' | 'kind'>) => string;
  notInList: string;
  severalCodes: string;
  help: HelpPage;
}
