export { type BucketName, bucketNames, ensureBuckets } from './buckets.js';
export type { S3Settings } from './s3-client.js';
export { isTransientStoreError, ObjectNotFound } from './store.errors.js';
export { ObjectStore } from './object.store.js';
export { FileProblem } from './file-problem.errors.js';
export { demandCsvOrZip, fileTooLarge } from './file-advice.js';
export { readableSize } from './readable-size.js';
export { createZip, type ZipEntry } from './create-zip.js';
export { openUpload, type Upload, type UploadLimits, type UploadPart } from './upload.reader.js';
