import type { PlannedLine } from '@roundtrip/contracts';
import { type ContactDocument, decodeDocument } from '@roundtrip/database';

/**
 * Contacts as the database sent them, of which only those are decoded that a line asks something about. Most lines of a file ask nothing:
 * of their contacts it is enough to see, in the bytes, that they are in use and have the address that the line says. Measured with
 * `npm run profile -- check`, of which 30 % of the lines ask for something: together with planned-lines 44 µs of CPU a line instead of 55.
 */
export class FoundContacts {
  private readonly found = new Map<string, RawContact>();

  /** @param documents BSON, with all that decisions need */
  constructor(documents: readonly Uint8Array[]) {
    for (const bytes of documents) {
      const contact = rawContact(bytes);
      this.found.set(contact.contactNumber, contact);
    }
  }

  has(contactNumber: string): boolean {
    return this.found.has(contactNumber);
  }

  get(contactNumber: string): ContactDocument | undefined {
    const contact = this.found.get(contactNumber);
    return contact && decoded(contact);
  }

  /**
   * True only of lines that `decideLine` finds unchanged, with nothing to say about them; of what cannot be told from the bytes at once it
   * is false.
   */
  leavesUnchanged({ contactNumber, email, changes, issues }: PlannedLine): boolean {
    if (contactNumber === undefined || changes.length > 0 || issues.length > 0) return false;
    const contact = this.found.get(contactNumber);
    return contact?.isInUse === true && (email === undefined || isText(contact, email));
  }
}

interface RawContact {
  contactNumber: string;
  bytes: Buffer;
  /** Valid and not anonymised; false also where that is not said by booleans. */
  isInUse: boolean;
  /** Where the bytes of its address are; 0 and 0 where it has none. */
  emailFrom: number;
  emailTo: number;
  document?: ContactDocument;
}

function decoded(contact: RawContact): ContactDocument {
  return (contact.document ??= decodeDocument(contact.bytes) as ContactDocument);
}

/** Letter for letter, of ASCII: other letters and other cases are for `decideLine`. */
function isText({ bytes, emailFrom, emailTo }: RawContact, text: string): boolean {
  if (emailFrom === 0 || text.length !== emailTo - emailFrom) return false;
  for (let at = 0; at < text.length; at++) {
    const byte = bytes[emailFrom + at]!;
    if (byte >= 0x80 || byte !== text.charCodeAt(at)) return false;
  }
  return true;
}

// BSON: the document's length, then for each element a byte for its type, its name with a zero behind, and its value
// (https://bsonspec.org/spec.html).
const double = 0x01;
const string = 0x02;
const object = 0x03;
const array = 0x04;
const boolean = 0x08;
const date = 0x09;
const nothing = 0x0a;
const int32 = 0x10;
const int64 = 0x12;

/** Walks to the end: of elements of the same name the last one counts. */
function rawContact(document: Uint8Array): RawContact {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  let [numberFrom, numberTo, emailFrom, emailTo] = [0, 0, 0, 0];
  let isValid = false;
  let isAnonymised = false;
  let at = 4;
  for (let type = bytes[at++]!; type !== 0; type = bytes[at++]!) {
    const name = at;
    while (bytes[at] !== 0) at++;
    const value = ++at;
    if (type === string) at += 4 + bytes.readInt32LE(at);
    else if (type === object || type === array) at += bytes.readInt32LE(at);
    else if (type === boolean) at += 1;
    else if (type === int32) at += 4;
    else if (type === double || type === date || type === int64) at += 8;
    else if (type !== nothing) return plainContact(bytes);

    if (isName(bytes, name, value, contactNumberName)) {
      if (type !== string) return plainContact(bytes);
      [numberFrom, numberTo] = [value + 4, at - 1];
    } else if (isName(bytes, name, value, emailName)) {
      [emailFrom, emailTo] = type === string ? [value + 4, at - 1] : [0, 0];
    } else if (isName(bytes, name, value, validName)) isValid = type === boolean && bytes[value] === 1;
    else if (isName(bytes, name, value, anonymisedName)) isAnonymised = type !== boolean || bytes[value] !== 0;
  }
  if (numberFrom === 0) return plainContact(bytes);
  const contactNumber = bytes.toString('utf8', numberFrom, numberTo);
  return { contactNumber, bytes, isInUse: isValid && !isAnonymised, emailFrom, emailTo };
}

/** One that is stored otherwise than we do: it is decoded, and tells nothing by its bytes. */
function plainContact(bytes: Buffer): RawContact {
  const document = decodeDocument(bytes) as ContactDocument;
  return { contactNumber: document.contactNumber, bytes, isInUse: false, emailFrom: 0, emailTo: 0, document };
}

const named = (name: string): Buffer => Buffer.from(`${name}\0`);
const contactNumberName = named('contactNumber');
const emailName = named('email');
const validName = named('valid');
const anonymisedName = named('anonymised');

function isName(bytes: Buffer, from: number, to: number, name: Buffer): boolean {
  if (to - from !== name.length) return false;
  for (let at = 0; at < name.length; at++) if (bytes[from + at] !== name[at]) return false;
  return true;
}
