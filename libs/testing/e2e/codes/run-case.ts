import { parse } from 'csv-parse/sync';
import { Sheet } from '@roundtrip/tour';
import { type Cast, goodSheet, textOf } from './cast.js';
import type { CodeCase, Content } from './code-case.js';
import { type Ended, type ImportUser, isRefusal, type Refusal } from './import-user.js';
import { withSheet } from './sheet-of-workbook.js';

export interface CaseRun {
  check: Ended | Refusal;
  update: Ended | Refusal;
  /** Of the corrected file; absent where there was nothing to correct. */
  corrected?: Ended | Refusal;
  contact: Record<string, unknown>;
}

/** Does with a file what its user would: checks it, updates with it, corrects it, updates again, looks at the contact. */
export async function runCase(user: ImportUser, code: CodeCase, cast: Cast): Promise<CaseRun> {
  const { form } = code;
  const made = code.ofTemplate && (await user.template());
  const fileName = made?.fileName ?? code.fileName;
  const content = made ? editedText(made.text, code.ofTemplate!) : await code.file(cast);
  await code.before?.(() => user.importFile(content, form, 'update'));
  const check = await user.importFile(content, form, 'check', fileName);
  const isChecked = !isRefusal(check) && check.state === 'CHECKED';
  const update = await (isChecked
    ? user.updateFromCheck(check.importId)
    : user.importFile(content, form, 'update', fileName));
  const corrected = await correct(user, code, cast, { content, update });
  return { check, update, ...(corrected && { corrected }), contact: await user.contact(cast.numbers[0]) };
}

async function correct(
  user: ImportUser,
  { found, form }: CodeCase,
  cast: Cast,
  { content, update }: { content: Content; update: Ended | Refusal },
): Promise<Ended | Refusal | undefined> {
  if (found.at !== 'lines') {
    const otherForm = found.at === 'file' ? found.correctedForm : undefined;
    return user.importFile(otherForm ? content : textOf(goodSheet(cast)), otherForm ?? form, 'update');
  }
  if (!found.correct || isRefusal(update)) return undefined;
  const { sheet, delimiter } = readCsv(update.rejectedLines.text);
  found.correct(sheet, cast);
  const { rejectedWorkbook } = update;
  const sent = rejectedWorkbook ? await withSheet(rejectedWorkbook, sheet) : textOf(sheet, delimiter);
  return user.importFile(sent, form, 'update');
}

function editedText(text: string, edit: (made: Sheet) => Sheet): string {
  const { sheet, delimiter } = readCsv(text);
  return textOf(edit(sheet), delimiter);
}

/** With another reader than the product's. Rows may be longer than the header. */
export function readCsv(text: string): { sheet: Sheet; delimiter: ',' | ';' } {
  const delimiter = text.split('\r\n')[0]!.includes(';') ? ';' : ',';
  const [header = [], ...rows] = parse(text, { bom: true, delimiter, relax_column_count_more: true });
  return { sheet: new Sheet(header, rows), delimiter };
}
