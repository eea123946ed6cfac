export { type CsvErrorCode, CsvError } from './csv.errors.js';
export { type DetectedEncoding, type Encoding, detectEncoding } from './encoding.js';
export { meansSomething, type OlderEncoding, olderEncodings, readAlike, rereadAs } from './older-encodings.js';
export type { CsvLimits, CsvRecord, Delimiter } from './record.reader.js';
export { type CsvFile, type CsvOptions, readCsv } from './csv.reader.js';
export { BOM, encodeRecord, inBlocks } from './csv.writer.js';
