export { type BucketName, bucketNames, ensureBuckets } from './buckets.js';
export { bucketOwners, bucketPolicy, knockedBucket } from './bucket-owners.js';
export { writeStoreUsers } from './store-users.js';
export type { S3Settings } from './s3-client.js';
export { isTransientStoreError, ObjectNotFound } from './store.errors.js';
export { ObjectStore } from './object.store.js';
export { type BucketSweep, type Stored, sweepBucket } from './sweep-bucket.js';
export { FileProblem } from './file-problem.errors.js';
export { fileTooLarge, requireUpload, workbookDamaged } from './file-advice.js';
export { readableSize } from './readable-size.js';
export { createWorkbook } from './create-workbook.js';
export { mediaTypeOf } from './media-type.js';
export { createZip, type ZipEntry } from './create-zip.js';
export { ContentChanged, sha256 } from './same-bytes.js';
export {
  openUpload,
  type Upload,
  type UploadLimits,
  type UploadPart,
  type UploadSource,
  type WorkbookZip,
} from './uploaded-parts.reader.js';
export { temporaryFolder } from './temporary-folder.js';
