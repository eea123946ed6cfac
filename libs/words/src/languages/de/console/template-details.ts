import type { Translated } from '../../../spoken.js';
import type { templateDetails as english } from '../../en/console/template-details.js';

export const templateDetails: Translated<typeof english> = {
  notThere: 'Diese Vorlage gibt es nicht',
  fields: '{n, plural, one {# gewähltes Feld} other {# gewählte Felder}}',
  unzip: 'Entpacken Sie die Datei, und öffnen Sie ihren Inhalt in Ihrem Tabellenprogramm.',
  open: 'Öffnen Sie die Datei in Ihrem Tabellenprogramm.',
  goOn: 'Füllen Sie die [new]-Zellen aus, die Sie ändern möchten. Laden Sie die Datei dann mit „Neu“ wieder hoch.',
  asItIs:
    'Speichern Sie sie als Arbeitsmappe (.xlsx), so wie sie ist. Die [old]-Zellen sind gesperrt; was eingegeben werden darf, steht auf den anderen Blättern.',
  asText:
    'Öffnen Sie sie mit allen Spalten als Text: Sonst streicht ein Tabellenprogramm die Nullen am Anfang von Kontaktnummern und schreibt Datumsangaben um.',
};
