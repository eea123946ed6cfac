import { dataType, fileEncoding, importAction, type Language, onConflict } from '@roundtrip/contracts';
import { z } from 'zod';
import { sentence } from '@roundtrip/words';
import { Problem } from '../http/problem.errors.js';
import { inWords, pointersOf } from '../http/zod-pointers.js';

const file = z.string().meta({
  format: 'binary',
  description: 'The last part: an .xlsx or a .csv, or a .zip with one of them or the parts of one template',
});

export const encodingHint =
  'How a file that is not UTF-8 was saved; if left out, its names are compared with those of the contacts. Of no account for a file that is UTF-8.';

const fields = {
  dataType: dataType.describe('What the file carries'),
  action: importAction.describe('check: look at the file quality; update: apply what can be applied'),
  onConflict: onConflict.default('reject').describe('For values that changed since the file was made'),
  overwriteRefusals: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe(
      'Also where an authorisation is False now: a file that does not know of it, because that came since, or because it has no [old] column, may make it True or Empty',
    ),
  encoding: fileEncoding.optional().describe(encodingHint),
  email: z.string().max(320).optional().describe('Where the one mail about the end goes'),
};
const form = z.strictObject(fields);

/** The multipart form, for the document. */
export const uploadForm = z.strictObject({ ...fields, file });
export type UploadOptions = z.output<typeof form>;
export const uploadFields: readonly string[] = Object.keys(fields);

/** @throws Problem 400 that names each field which is missing or wrong */
export function readUploadForm(values: ReadonlyMap<string, string>, language: Language): UploadOptions {
  const result = form.safeParse(Object.fromEntries(values), inWords(language));
  if (result.success) return result.data;
  const errors = pointersOf(result.error, 'name').map(({ pointer, message }) =>
    values.has(pointer) ? { pointer, message } : { pointer, message: [sentence('form-field-missing')] },
  );
  throw new Problem(400, 'FORM_INVALID', [], { errors });
}
