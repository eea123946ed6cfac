import type { Language } from '@roundtrip/contracts';

/** What becomes of a document that keeps which language somebody has chosen. @param language null: none any more */
export const keptLanguage = (language: Language | null) =>
  language === null ? { $unset: { language: '' as const } } : { $set: { language } };
