import type { CriterionValue } from '@roundtrip/gateway/api';

/** What can be changed of a criterion, of a value and of an authorisation. */
export interface DefinitionForm {
  name: string;
  /** Blank: as it is, or after the last. */
  rank: number | '';
  active: boolean;
}

export const emptyForm: DefinitionForm = { name: '', rank: '', active: true };
export const formOf = ({ name, rank, active }: CriterionValue): DefinitionForm => ({ name, rank, active });

export const created = ({ name, rank }: DefinitionForm): object => ({
  name: name.trim(),
  ...(rank !== '' && { rank }),
});

/** Only what was changed is sent: what somebody else changed meanwhile stays. */
export function changed(before: CriterionValue, { name, rank, active }: DefinitionForm): object {
  return {
    ...(name.trim() !== before.name && { name: name.trim() }),
    ...(rank !== '' && rank !== before.rank && { rank }),
    ...(active !== before.active && { active }),
  };
}
