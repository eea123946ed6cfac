import { join } from 'node:path';

/** Files that a bench makes for itself. */
export const workFolder = join(import.meta.dirname, '../../../../.roundtrip/bench');
