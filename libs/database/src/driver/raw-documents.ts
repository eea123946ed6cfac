import mongoose, { type mongo } from 'mongoose';

/** The document in bytes that were read with `raw: true`, as the driver itself would have decoded it. */
export const decodeDocument = (bytes: Uint8Array): mongo.Document => mongoose.mongo.BSON.deserialize(bytes);

/** What `decodeDocument` reads; for those who hand over documents that no server has sent. */
export const encodeDocument = (document: object): Uint8Array => mongoose.mongo.BSON.serialize(document);
