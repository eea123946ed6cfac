import type { Definitions, FieldDefinition } from '@roundtrip/fields';
import { institutionIdRange } from './contact-id.js';
import type { Database } from './database.js';
import type { AuthorisationDocument, CriterionDocument } from './documents.js';

/** @param limit of the time that the database may take for each of the two reads */
export async function loadDefinitions(
  db: Pick<Database, 'criteria' | 'authorisations'>,
  institution: string,
  limit: { maxTimeMS?: number } = {},
): Promise<Definitions> {
  const ofInstitution = { _id: institutionIdRange(institution) };
  const [criteria, authorisations] = await Promise.all([
    db.criteria.find(ofInstitution, limit).toArray(),
    db.authorisations.find(ofInstitution, limit).toArray(),
  ]);
  return {
    criteria: criteria.map(criterionField).toSorted(byRank),
    authorisations: authorisations.map(authorisationField).toSorted(byRank),
  };
}

export const criterionField = (criterion: CriterionDocument): FieldDefinition => ({
  path: `criteria.${criterion.code}`,
  code: criterion.code,
  name: criterion.name,
  kind: criterion.kind,
  rank: criterion.rank,
  active: criterion.active,
  values: criterion.values.toSorted(byRank),
});

export const authorisationField = (authorisation: AuthorisationDocument): FieldDefinition => ({
  path: `authorisations.${authorisation.code}`,
  code: authorisation.code,
  name: authorisation.name,
  kind: 'AUTHORISATION',
  rank: authorisation.rank,
  active: authorisation.active,
  values: [],
});

/** Ranks need not differ; the code then decides, so that every file has the same order. */
const byRank = (a: { rank: number; code: string }, b: { rank: number; code: string }): number =>
  a.rank - b.rank || (a.code < b.code ? -1 : 1);
