import { Schema } from 'mongoose';

/** Ids, versions and times are ours and come in as arguments; a property that is not in the schema is a mistake. */
const options = { versionKey: false, strict: 'throw', minimize: false } as const;

type KeyOf<T> = T extends unknown ? keyof T : never;
type ValueOf<T, F> = T extends unknown ? (F extends keyof T ? T[F] : undefined) : never;
type Required<V> = undefined extends V
  ? { required?: false }
  : null extends V
    ? { required?: false }
    : { required: true };
type TypeOf<V> = V extends string
  ? StringConstructor
  : V extends number
    ? NumberConstructor
    : V extends boolean
      ? BooleanConstructor
      : V extends Date
        ? DateConstructor
        : V extends string[]
          ? readonly [StringConstructor]
          : Schema | readonly [Schema] | typeof Schema.Types.Mixed;
/** What the compiler asks of a schema: every property of the documents, of its type, and required exactly when it is always there. */
export type Fields<T> = {
  [F in KeyOf<T>]: Required<ValueOf<T, F>> & { type: TypeOf<Exclude<ValueOf<T, F>, undefined | null>> } & Rules;
};
/** What mongoose checks beyond the type. */
interface Rules {
  enum?: readonly string[];
  match?: RegExp;
  min?: number;
  maxlength?: number;
  validate?: (value: never) => boolean;
  default?: undefined | null;
}

/** The schema of a collection. */
export const schemaOf = <T>(fields: Fields<T>, { hasReservedName = false } = {}): Schema<T> =>
  new Schema<T>(fields, {
    ...options,
    _id: true,
    suppressReservedKeysWarning: hasReservedName,
  });

/** What a document holds as one value of several parts. */
export const partOf = <T>(fields: Fields<T>): Schema<T> => new Schema<T>(fields, { ...options, _id: false });

export const text = { type: String, required: true } as const;
export const optionalText = { type: String } as const;
/** Of an empty one, too, it is asked that it is there. */
export const texts = { type: [String], required: true } as const;
/** Else the absent one would be stored as an empty one. */
export const optionalTexts = { type: [String], default: undefined } as const;
export const number = { type: Number, required: true } as const;
export const optionalNumber = { type: Number } as const;
export const flag = { type: Boolean, required: true } as const;
export const optionalFlag = { type: Boolean } as const;
export const date = { type: Date, required: true } as const;
export const optionalDate = { type: Date } as const;
/** Its shape is free: a tree, a union, or names that an institution gives. */
export const free = { type: Schema.Types.Mixed, required: true } as const;
export const optionalFree = { type: Schema.Types.Mixed } as const;
