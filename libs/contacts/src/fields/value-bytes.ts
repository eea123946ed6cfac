import type { FieldKind } from '@roundtrip/contracts';

/** The length of a text, the kind of a value and the codes of a list bound what a value takes in a document. */
interface BoundedField {
  kind: FieldKind;
  maxLength?: number;
  values: readonly { code: string }[];
}

const bytesOfCharacter = 4;
/** Type, length and end of a text or a list in BSON; of an item its index, too. */
const framing = 5;
const indexBytes = 7;

/** The most bytes that a value of the field takes in a document; nothing where its kind says so already. */
export function valueBytesOf({ kind, maxLength, values }: BoundedField): { valueBytes?: number } {
  if (kind === 'TEXT' && maxLength !== undefined) return { valueBytes: framing + bytesOfCharacter * maxLength };
  if (kind !== 'MULTI_LIST') return {};
  const ofValues = values.map(({ code }) => indexBytes + framing + Buffer.byteLength(code));
  return { valueBytes: ofValues.reduce((sum, bytes) => sum + bytes, framing) };
}
