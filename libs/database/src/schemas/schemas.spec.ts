import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { CriterionDocument, MailDocument, RefusalDocument } from '../documents.js';
import { schemaOf, text } from './schema-of.js';
import * as schemas from './schemas.js';

/** Held by the compiler (`npm run typecheck`): what is expected to be an error and is none, is one itself. */
const wrong = () => [
  // @ts-expect-error a document has a property that the schema does not know
  schemaOf<{ _id: string; name: string }>({ _id: text }),
  // @ts-expect-error the schema knows a property that no document has
  schemaOf<{ _id: string }>({ _id: text, name: text }),
  // @ts-expect-error it has another type
  schemaOf<{ _id: string; at: Date }>({ _id: text, at: text }),
  // @ts-expect-error it may be absent
  schemaOf<{ _id: string; name?: string }>({ _id: text, name: text }),
];

const models = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [name, mongoose.model<unknown>(name, schema, name)]),
);
const validate = async (name: keyof typeof schemas, document: object) => {
  const model = models[name]!;
  await new model(document).validate();
};

const mail: MailDocument = {
  _id: 'imp_1',
  institution: 'inst',
  kind: 'import-finished',
  state: 'sending',
  messageId: '<imp_1@example.org>',
  claimedAt: new Date('2025-01-01T00:00:00Z'),
};
const refusal: RefusalDocument = {
  _id: 'r1',
  institution: 'inst',
  status: 422,
  code: 'INVALID',
  detail: 'It is not valid.',
  errors: [{ pointer: '/name', message: 'Too long.' }],
  refusedAt: new Date('2025-01-01T00:00:00Z'),
};
const sentences: RefusalDocument = {
  ...refusal,
  detail: [{ say: 'target-invalid' }],
  errors: [{ pointer: '/name', message: [{ say: 'rule-too-deep', with: { most: 8 } }] }],
};
const criterion: CriterionDocument = {
  _id: 'inst:CODE',
  institution: 'inst',
  code: 'CODE',
  name: 'Name',
  kind: 'TEXT',
  rank: 1,
  active: true,
  values: [],
  version: 1,
  appliedRequests: [],
};

describe('a schema', () => {
  it('accepts what its documents are, and does not touch it', async () => {
    const [before, document] = [structuredClone(criterion), structuredClone(criterion)];
    await validate('criteria', document);
    await validate('mails', mail);
    await validate('refusals', refusal);
    await validate('refusals', sentences);
    expect(document).toEqual(before);
  });

  it.each<[string, keyof typeof schemas, object]>([
    ['a property that nobody knows', 'mails', { ...mail, unknown: 1 }],
    ['one of a part', 'criteria', { ...criterion, values: [{ code: 'A', name: 'a', rank: 1, active: true, more: 1 }] }],
    ['another one of a part', 'refusals', { ...refusal, errors: [{ pointer: '/name', messages: 'Too long.' }] }],
    ['what is no sentence', 'refusals', { ...refusal, detail: [{ says: 'target-invalid' }] }],
    ['one that is absent', 'mails', { ...mail, messageId: undefined }],
    ['a word that is none of its', 'mails', { ...mail, state: 'lost' }],
  ])('refuses %s', async (_what, name, document) => {
    await expect(validate(name, document)).rejects.toThrow();
  });

  it('is checked against its documents by the compiler', () => {
    expect(wrong).toBeInstanceOf(Function);
  });
});
