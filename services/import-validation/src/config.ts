import { baseConfig, configClass, shared, wholeNumber } from '@roundtrip/service';
import { z } from 'zod';

const count = () => wholeNumber().min(1);

export const config = baseConfig.extend({
  IMPORT_MAX_ROWS: count()
    .max(20_000_000)
    .default(2_000_000)
    .meta({ description: 'Data rows of an import at most, over all parts', example: '2000000' }),
  IMPORT_MAX_COLUMNS: count()
    .max(16_384)
    .default(2_000)
    .meta({ description: 'Columns of a file at most', example: '2000' }),
  IMPORT_MAX_RECORD_BYTES: count()
    .max(4 * 1024 ** 2)
    .default(1024 ** 2)
    .meta({ description: 'Bytes of one row at most', example: '1048576' }),
  UPLOAD_MAX_BYTES: shared.UPLOAD_MAX_BYTES,
  UPLOAD_LIFETIME_MS: shared.UPLOAD_LIFETIME_MS,
  UPLOAD_MAX_INFLATED_BYTES: count()
    .default(4 * 1024 ** 3)
    .meta({ description: 'What a .zip may unpack to, all parts together', example: '4294967296' }),
  UPLOAD_MAX_RATIO: count()
    .default(200)
    .meta({ description: 'How many times its size a .zip may unpack to', example: '200' }),
  UPLOAD_MAX_ENTRIES: count()
    .default(1_000)
    .meta({ description: 'Files in a .zip at most, those included that are passed over', example: '1000' }),
  PLAN_CHUNK_LINES: count()
    .max(1_000)
    .default(1_000)
    .meta({ description: 'Lines of a plan that bulk-update works on at once, at most', example: '1000' }),
  UPLOAD_SPOOL_FOLDER: z.string().optional().meta({
    description: 'Where a file lies while it is examined; the temporary folder of the system if not set',
    example: '/tmp',
  }),
});

/** Variables of this service, and of every service. */
export class ImportValidationConfig extends configClass(config) {}
