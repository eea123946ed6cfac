import type { Translated } from '../../../spoken.js';
import type { product as english } from '../../en/console/product.js';

export const product: Translated<typeof english> = {
  lines: '{n, plural, one {# Zeile} other {# Zeilen}}',
  contacts: '{n, plural, one {# Kontakt} other {# Kontakte}}',
  roles: { viewer: 'Leser', editor: 'Bearbeiter', operator: 'Operator', admin: 'Administrator' },
  roleMeans: {
    viewer: 'sieht alles, ändert nichts',
    editor: 'außerdem Zielgruppen, Vorlagen und Prüfungen',
    operator: 'außerdem Aktualisierungen, Rücknahmen und das Überschreiben neuerer Werte',
    admin: 'außerdem Definitionen, Einstellungen, Schlüssel und das Überschreiben von Ablehnungen',
  },
  dataTypes: { criteria: 'Kontaktkriterien', authorisations: 'Einwilligungen', contacts: 'Kontakte' },
  dataTypeHints: {
    criteria: 'Eine Vorlage mit [old]- und [new]-Spalten für Kriterien',
    authorisations: 'Eine Vorlage mit [old]- und [new]-Spalten für Einwilligungen',
    contacts: 'Neue Kontakte, oder ihre Namen und Adressen',
  },
  kinds: {
    LIST: 'Ein Wert aus einer Liste',
    MULTI_LIST: 'Mehrere Werte aus einer Liste',
    BOOLEAN: 'Wahr oder falsch',
    TEXT: 'Text',
    NUMBER: 'Zahl',
    DATE: 'Datum',
    AUTHORISATION: 'Einwilligung',
  },
  values: { true: 'Wahr', false: 'Falsch', empty: 'Leer', none: 'Kein Wert' },
};
