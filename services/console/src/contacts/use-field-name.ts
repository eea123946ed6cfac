import { useWords } from '../words/language.js';

/**
 * How a field is called: those that every contact has (`contact.city`, in counts `city`) in the words of the page, as the API names
 * them in English; others as the institution does.
 */
export function useFieldName(): (field: string, name: string) => string {
  const ownWords: Record<string, string | undefined> = useWords().contact.fields;
  return (field, name) => ownWords[field.replace(/^contact\./, '')] ?? name;
}
