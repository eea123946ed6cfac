// What a file goes through without database, Kafka or object store, for those who measure it.
export { FileExaminer } from './file.examiner.js';
export { isKnownColumn, readHeader } from './header/header.rules.js';
export { lineReader } from './file-line.rules.js';
