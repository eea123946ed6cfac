import { type FieldKind, kindTraits } from '@roundtrip/contracts';

/** The length of a text, the kind of a value and the codes of a list bound what a value takes in a document. */
interface BoundedField {
  kind: FieldKind;
  maxLength?: number;
  values: readonly { code: string }[];
}

const bytesOfCharacter = 4;
/** Type, length and end of a text, a list or a document in BSON. */
const framing = 5;
/** What an item of a list takes beside its value. */
export const arrayIndexBytes = 7;

/** Bytes of a value in a document, its key not counted. */
export function storedBytes(value: unknown): number {
  if (typeof value === 'string') return framing + Buffer.byteLength(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return 8;
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => sum + arrayIndexBytes + storedBytes(item), framing);
  }
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + 2 + Buffer.byteLength(key) + storedBytes(item),
    framing,
  );
}

/** The most bytes that a value of the field takes in a document; nothing where its kind says so already. */
export function valueBytesOf({ kind, maxLength, values }: BoundedField): { valueBytes?: number } {
  if (kind === 'TEXT' && maxLength !== undefined) return { valueBytes: framing + bytesOfCharacter * maxLength };
  return kindTraits[kind].several ? { valueBytes: storedBytes(values.map(({ code }) => code)) } : {};
}
