import type { english } from '../../en/console/index.js';
import type { Translated } from '../../../spoken.js';
import { contact } from './contact.js';
import { criterionValues } from './criterion-values.js';
import { definitions } from './definitions.js';
import { encodings } from './encodings.js';
import { importDetails } from './import-details.js';
import { issues } from './issues.js';
import { jobs } from './jobs.js';
import { limits } from './limits.js';
import { product } from './product.js';
import { rule } from './rule.js';
import { settings } from './settings.js';
import { shell } from './shell.js';
import { spreadsheet } from './spreadsheet.js';
import { targets } from './targets.js';
import { template } from './template.js';
import { templateDetails } from './template-details.js';
import { upload } from './upload.js';

export const messages: Translated<typeof english> = {
  ...shell,
  ...product,
  jobs,
  template,
  templateDetails,
  upload,
  import: { ...importDetails, spreadsheet },
  encodings,
  issues,
  targets,
  rule,
  criterionValues,
  contact,
  definitions,
  settings,
  limits,
};
