import type { Sheet } from './spreadsheet.js';
import { must } from './tour-problem.errors.js';

/** What the officer does to one line, and what must become of it. */
export interface Edit {
  row: string[];
  contactNumber: string;
  /** As the spreadsheet numbers it. */
  line: number;
  code: string;
  from: string;
  to: string;
  becomes: 'applied' | 'unchanged' | 'rejected';
  /** For a rejected line: the error, and what the officer writes when correcting it. */
  error?: { code: string; corrected: string };
}

interface PlannedEdit {
  code: string;
  /** Which old values the edit makes sense for; those that come first are taken first. */
  fits: ((old: string) => boolean)[];
  to: (old: string) => string;
  becomes: Edit['becomes'];
  error?: (old: string) => { code: string; corrected: string };
}

const not = (value: string) => (old: string) => old !== value;
const blank = (old: string) => old === '';
const filled = (old: string) => old !== '';

/** One line for each thing that a cell may hold, good and bad; all other lines stay as they are. */
const plannedEdits = (run: string): PlannedEdit[] => [
  { code: 'PROFESSION', fits: [blank, not('ARTIST')], to: () => 'ARTIST', becomes: 'applied' },
  { code: 'PROFESSION', fits: [filled], to: () => 'Empty', becomes: 'applied' },
  { code: 'INTERESTS', fits: [not('OPERA|DANCE')], to: () => 'OPERA | DANCE', becomes: 'applied' },
  { code: 'SUBSCRIBER', fits: [filled], to: (old) => (old === 'TRUE' ? 'FALSCH' : 'VRAI'), becomes: 'applied' },
  { code: 'DONATIONS', fits: [not('12.5')], to: () => '12,5', becomes: 'applied' },
  { code: 'LAST_VISIT', fits: [not('2025-12-31')], to: () => '31.12.2025', becomes: 'applied' },
  { code: 'NOTES', fits: [() => true], to: () => `Met on tour ${run}:\n"très fidèle"; à inviter`, becomes: 'applied' },
  { code: 'LOYALTY', fits: [filled], to: (old) => old, becomes: 'unchanged' },
  {
    code: 'PROFESSION',
    fits: [() => true],
    to: () => 'TEACHR',
    becomes: 'rejected',
    error: (old) => ({ code: 'CODE_UNKNOWN', corrected: old === 'TEACHER' ? 'STUDENT' : 'TEACHER' }),
  },
  {
    code: 'INTERESTS',
    fits: [not('CONCERT')],
    to: () => 'CINEMA',
    becomes: 'rejected',
    error: () => ({ code: 'CODE_INACTIVE', corrected: 'CONCERT' }),
  },
];

/** Fills `[new]` cells of the sheet. @throws TourProblem when it has no line for one of them */
export function editCriteria(sheet: Sheet, run: string): Edit[] {
  const edited = new Set<string[]>();
  return plannedEdits(run).map(({ code, fits, to, becomes, error }) => {
    const free = sheet.rows.filter((row) => !edited.has(row));
    const oldOf = (row: string[]) => sheet.cell(row, `[old] ${code}`);
    const row = fits.map((fit) => free.find((candidate) => fit(oldOf(candidate)))).find((found) => found !== undefined);
    must(row !== undefined, `The template has no line in which ${code} can be edited.`);
    edited.add(row);
    const [from, text] = [oldOf(row), to(oldOf(row))];
    row[sheet.column(`[new] ${code}`)] = text;
    const contactNumber = sheet.cell(row, 'CONTACT_NUMBER');
    const edit = { row, contactNumber, line: sheet.lineOf(row), code, from, to: text, becomes };
    return error ? { ...edit, error: error(from) } : edit;
  });
}
