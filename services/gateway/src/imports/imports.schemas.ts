import {
  damageCauses,
  dataType,
  fileEncoding,
  importAction,
  importState,
  issue,
  issueCode,
  onConflict,
  requester,
  sentenceParams,
} from '@roundtrip/contracts';
import { z } from 'zod';
import { contactChange } from '../contacts/contacts.schemas.js';
import { jobFields } from '../jobs/job.body.js';
import { encodingHint } from './upload-form.rules.js';

const count = z.int().nonnegative();

export const countsBody = z
  .object({
    total: count,
    applied: count.optional().describe('Of an update'),
    wouldApply: count.optional().describe('Of a check'),
    unchanged: count,
    rejected: count,
    notAttempted: count,
    overwritten: count,
    warnings: count,
    blankLines: count,
  })
  .meta({ id: 'ImportCounts', description: 'total = applied (or wouldApply) + unchanged + rejected + notAttempted' });

export const importSummary = z
  .object({
    importId: z.string(),
    type: z.literal('import'),
    dataType,
    action: importAction,
    onConflict,
    overwriteRefusals: z.boolean(),
    encoding: fileEncoding.nullable().describe('What the file is to be read as; null when nobody has said so'),
    state: importState,
    requestedBy: requester,
    ...jobFields,
    file: z.object({ name: z.string(), sizeBytes: z.int() }).nullable().describe('Null for an undo'),
    counts: countsBody.nullable().describe('Null before the end'),
    checkImportId: z.string().nullable().describe('The check that this update was started from'),
    checkAgainOf: z.string().nullable().describe('The import whose file this check reads again'),
    undoOf: z.string().nullable().describe('The import that this one undoes'),
    sameFileAs: z.string().nullable().describe('An earlier update with the same bytes'),
    cancelRequestedAt: z.iso
      .datetime()
      .nullable()
      .describe('It was asked to stop; what had been applied by then stays'),
    stopping: z.boolean().describe('It was asked to stop, and is not over yet'),
    links: z.object({ self: z.string(), errors: z.string(), rejectedLines: z.string(), changes: z.string() }),
  })
  .meta({ id: 'ImportSummary' });

const transition = z.object({
  path: z.string(),
  code: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  lines: count,
});

const valueChange = z.object({
  path: z.string(),
  code: z.string(),
  name: z.string(),
  change: z.enum(['added', 'removed']),
  value: z.string(),
  lines: count,
});

const issueGroup = z
  .object({
    code: issueCode,
    column: z.string().nullable().describe('Null: they are about the line as a whole'),
    count,
    lines: z.array(z.object({ line: z.int(), part: z.int().nullable() })).describe('The first that have one'),
    explanation: z.string().describe('What the code means and what to do, in general'),
    message: z.string().nullable().describe('What all of them say; null where it is not the same'),
    hint: z.string().nullable(),
    params: sentenceParams.optional().describe('Of message and hint, for programs'),
    others: z.boolean().describe('Of all columns that have no group of their own'),
  })
  .meta({ id: 'IssueGroup' });

const places = z.array(z.object({ line: z.int(), part: z.int().nullable() }));

const comparison = z
  .object({
    templateId: z.string(),
    isTooLarge: z.boolean().describe('The template has too many lines to be compared with; the rest says nothing'),
    linesInTemplate: count,
    linesFound: count.describe('Lines of contacts that the template has'),
    linesAdded: count.describe('Lines of contacts that the template has not'),
    addedPlaces: places.describe('The first five'),
    linesMissing: count.describe('Lines of the template that the file has not'),
    columns: z
      .array(
        z.object({
          role: z.enum(['plain', 'old']),
          key: z.string().describe('Name of a plain column, code of the field of an [old] one'),
          cells: count.describe('Cells that are not what the template held'),
          readAlike: count.describe('Of these, those that are read as the same value'),
          cause: z.enum(damageCauses).describe('What most likely happened'),
          causes: z.array(z.object({ cause: z.enum(damageCauses), cells: count })),
          places: places.describe('The first five'),
        }),
      )
      .describe('Columns that nobody is asked to edit, of which cells differ; the first hundred'),
    furtherColumns: count,
  })
  .meta({ id: 'TemplateComparison' });

export const importBody = importSummary
  .extend({
    transitions: z.array(transition).describe('How many lines take a field from which value to which'),
    valueChanges: z
      .array(valueChange)
      .describe('Of fields of several values: how many lines add which value, and remove which'),
    warnings: z.array(issue),
    firstErrors: z.array(issue).describe('The first 50'),
    issueCounts: z.record(z.string(), count).describe('Errors and warnings by code'),
    sheetColumns: z
      .array(z.object({ column: z.string(), letters: z.string() }))
      .nullable()
      .describe('Of a workbook: its columns, and the letters that a spreadsheet shows above them; null for a CSV'),
    issueGroups: z.array(issueGroup).describe('Errors and warnings about lines, by code and column'),
    comparison: comparison
      .nullable()
      .describe('What a spreadsheet did to the template; null where the template is not known, or not kept any more'),
  })
  .meta({ id: 'Import' });

export const updateBody = z.strictObject({
  onConflict: onConflict.optional(),
  overwriteRefusals: z.boolean().optional(),
  encoding: fileEncoding.optional().describe(encodingHint),
  email: z.string().max(320).optional().describe('Where the one mail about the end goes'),
});

export const checkAgainBody = z.strictObject({
  encoding: fileEncoding.optional().describe(encodingHint),
  email: z.string().max(320).optional().describe('Where the one mail about the end goes'),
});

export const undoBody = z.strictObject({
  overwriteRefusals: z
    .boolean()
    .optional()
    .describe('Also make an authorisation True or Empty again that the first import has made False'),
  email: z.string().max(320).optional().describe('Where the one mail about the end goes'),
});

/** A row of the changes: what contacts' histories say, of one import. */
export const importChange = contactChange
  .omit({ importId: true })
  .extend({ contactNumber: z.string() })
  .meta({ id: 'ImportChange' });
