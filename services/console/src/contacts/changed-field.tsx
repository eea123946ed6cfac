import type { ContactChange } from '@roundtrip/gateway/api';
import { useWords } from '../words/language.js';
import { FieldText } from './field-text.js';
import { useFieldName } from './use-field-name.js';

type Changed = ContactChange['fields'][number];

/** What a field is called, with its code beside. */
export function FieldName({ field, name, code }: Pick<Changed, 'field' | 'name' | 'code'>) {
  const nameOfField = useFieldName();
  return (
    <span>
      {nameOfField(field, name)} <span className="beside">{code}</span>
    </span>
  );
}

/** The cells of a row that hold its values before and after. */
export function BeforeAndAfter({ field, before, after }: Pick<Changed, 'field' | 'before' | 'after'>) {
  const words = useWords();
  return (
    <>
      <td data-label={words.contact.before}>
        <div>
          <FieldText field={field} value={before} />
        </div>
      </td>
      <td data-label={words.contact.after}>
        <div>
          <FieldText field={field} value={after} />
        </div>
      </td>
    </>
  );
}
