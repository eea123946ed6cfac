import { baseConfig, configClass, shared, wholeNumber } from '@roundtrip/service';

export const config = baseConfig.extend({
  TEMPLATE_PART_LINES: wholeNumber()
    .min(1)
    .max(1_000_000)
    .default(1_000_000)
    .meta({ description: 'Contacts a .csv or .xlsx at most; a spreadsheet holds 1,048,576 rows', example: '1000000' }),
  TEMPLATE_LIFETIME_MS: shared.TEMPLATE_LIFETIME_MS,
});

/** Variables of this service, and of every service. */
export class TemplateExportConfig extends configClass(config) {}
