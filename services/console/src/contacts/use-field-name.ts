import { useWords } from '../words/language.js';

/** How a field is called: those that every contact has in the words of the page, as the API names them in English; others as the institution does. */
export function useFieldName(): (field: string, name: string) => string {
  const ownWords: Record<string, string | undefined> = useWords().contact.fields;
  return (field, name) => (field.startsWith('contact.') && ownWords[field.slice('contact.'.length)]) || name;
}
