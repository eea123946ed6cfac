import { useMemo } from 'react';
import { useAuthorisations, useCriteria } from '../api/use-all.js';
import { useLanguage } from '../words/language.js';
import { type RuleField, ruleFieldsOf } from './rule-fields.js';
import type { Speech } from './rule-sentence.js';

/** The fields that a rule of the institution may name; without its own while they are not there yet. */
export function useRuleFields(): RuleField[] {
  const { words, language } = useLanguage();
  const criteria = useCriteria().data;
  const authorisations = useAuthorisations().data;
  return useMemo(
    () => ruleFieldsOf(criteria ?? [], authorisations ?? [], words, language),
    [criteria, authorisations, words, language],
  );
}

export function useSpeech(): Speech {
  const { words, formats } = useLanguage();
  const fields = useRuleFields();
  return useMemo(
    () => ({
      words,
      fields: new Map(fields.map((field) => [field.field, field])),
      date: formats.date,
      number: formats.number,
    }),
    [words, fields, formats],
  );
}
