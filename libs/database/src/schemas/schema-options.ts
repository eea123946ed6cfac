/** Ids, versions and times are ours and come in as arguments; a property that is not in the schema is a mistake. */
export const schemaOptions = { versionKey: false, strict: 'throw', minimize: false, _id: true } as const;

export const requiredText = { type: String, required: true } as const;
export const optionalText = { type: String } as const;
