import type { Translated } from '../../../spoken.js';
import type { criterionValues as english } from '../../en/console/criterion-values.js';

export const criterionValues: Translated<typeof english> = {
  title: 'Kriterienwerte nachsehen',
  lead: 'Was Sie in eine [new]-Zelle schreiben können. Kopieren Sie einen Code, und fügen Sie ihn in Ihre Datei ein.',
  filter: 'Nach Feld, Code oder Name filtern',
  downloadWorkbook: 'Als .xlsx herunterladen',
  download: 'Als .csv herunterladen',
  value: 'Code',
  valueName: 'Name',
  example: 'Fertig zum Einfügen:',
  notInFiles: 'Nicht aktiv: Neue Dateien lassen es weg.',
  copyCode: '{code} kopieren',
  shown: '{n, plural, one {# Wert} other {# Werte}}',
};
