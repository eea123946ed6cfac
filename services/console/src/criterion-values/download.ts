import type { TemplateFormat } from '@roundtrip/contracts/words';
import { download } from '../api/download.js';

const accepts: Readonly<Record<TemplateFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** @throws ApiProblem */
export const downloadCriterionValues = (format: TemplateFormat): Promise<void> =>
  download('/v1/criterion-values', accepts[format], `criterion-values.${format}`);
