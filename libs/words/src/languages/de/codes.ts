import type { Translated } from '../../spoken.js';
import type { codes as english } from '../en/codes.js';

export const codes: Translated<typeof english> = {
  FILE_EMPTY: 'Die Datei enthält nichts. Laden Sie die Vorlage hoch, die Sie ausgefüllt haben.',
  FILE_TOO_LARGE:
    'Die Datei ist größer, als hochgeladen werden kann. Teilen Sie sie in mehrere, jede mit der Kopfzeile, oder packen Sie sie in ein .zip.',
  FILE_NOT_CSV:
    'Das ist weder eine Arbeitsmappe .xlsx noch eine .csv-Datei. Öffnen Sie sie in Ihrem Tabellenprogramm, speichern Sie sie ohne Passwort als „Excel-Arbeitsmappe (.xlsx)“, und laden Sie diese Datei hoch.',
  ZIP_NOT_ONE_CSV:
    'Das .zip muss genau eine .xlsx- oder .csv-Datei enthalten, oder alle Teile einer Vorlage und nichts anderes.',
  ZIP_BOMB: 'Das .zip ist entpackt viel zu groß. Laden Sie die Datei selbst hoch, nötigenfalls in mehreren Teilen.',
  ZIP_CORRUPT: 'Das .zip ist beschädigt. Machen Sie es neu, oder laden Sie es noch einmal herunter.',
  ZIP_ENCRYPTED:
    'Das .zip ist durch ein Passwort geschützt. Laden Sie die Datei selbst hoch, oder ein .zip ohne Passwort.',
  ENCODING_INVALID:
    'Die Buchstaben der Datei sind nicht lesbar. Öffnen Sie sie in Ihrem Tabellenprogramm, und speichern Sie sie als „CSV UTF-8“.',
  HEADER_MISSING_COLUMN:
    'In der ersten Zeile fehlt eine Spalte: CONTACT_NUMBER und mindestens eine Spalte mit Änderungen werden gebraucht. Lassen Sie die Zeile der Vorlage, wie sie ist, ohne etwas darüber, und speichern Sie die Datei als „CSV UTF-8“.',
  HEADER_DUPLICATE: 'Eine Spalte steht in der ersten Zeile zweimal. Behalten Sie eine davon.',
  HEADER_UNKNOWN_FIELD:
    'Eine Spalte hat keinen Namen oder nennt kein aktives Feld Ihrer Institution. Codes werden genau verglichen: Großbuchstaben und Akzente zählen.',
  WRONG_DATA_TYPE: 'Die Spalten sind die eines anderen Datentyps. Wählen Sie diesen Typ, oder eine andere Datei.',
  TOO_MANY_COLUMNS:
    'Die Datei hat zu viele Spalten. Behalten Sie die der Vorlage, und löschen Sie die Zellen rechts davon, auch leere.',
  RECORD_TOO_LARGE:
    'Eine Zeile enthält zu viel Text. Suchen Sie darin nach einem Text, der nicht dorthin gehört, und löschen oder kürzen Sie ihn.',
  QUOTE_NOT_CLOSED:
    'Ein Anführungszeichen (") öffnet eine Zelle, und keines schließt sie. Löschen Sie es, oder schließen Sie die Zelle mit einem zweiten.',
  NO_DATA_ROWS:
    'Unter der Kopfzeile steht keine Zeile. Laden Sie die Vorlage mit den Zeilen hoch, die Sie ändern wollen.',
  TOO_MANY_ROWS: 'Die Datei hat zu viele Zeilen. Teilen Sie sie in mehrere, jede mit der Kopfzeile.',
  ENCODING_UNCERTAIN:
    'Die Datei ist nicht als UTF-8 gespeichert, und nichts sagt, wie ihre Buchstaben zu lesen sind: Nichts wurde geschrieben. Wählen Sie die Lesart ihrer Wörter, die stimmt, und die Datei wird noch einmal geprüft; oder speichern Sie sie als „CSV UTF-8“.',
  WORKBOOK_DAMAGED:
    'Die Arbeitsmappe ist beschädigt oder unvollständig. Öffnen Sie sie in Ihrem Tabellenprogramm, speichern Sie sie neu als „Excel-Arbeitsmappe (.xlsx)“ und laden Sie diese Datei hoch, oder laden Sie die Vorlage noch einmal herunter.',
  WORKBOOK_SHEET_MISSING:
    'Kein Blatt der Arbeitsmappe hat eine Spalte CONTACT_NUMBER in der ersten Zeile. Lassen Sie die erste Zeile der Vorlage, wie sie ist, und nennen Sie das Blatt „Contacts“.',
  WORKBOOK_SHEET_AMBIGUOUS:
    'Mehrere Blätter der Arbeitsmappe haben eine Spalte CONTACT_NUMBER: Niemand weiß, welches gemeint ist. Nennen Sie dieses „Contacts“, oder löschen Sie die anderen.',
  FILE_SORTED_APART:
    'Spalten wurden ohne die anderen sortiert: Werte stehen neben anderen Kontakten, und nichts wurde angewendet. Fangen Sie neu mit der Vorlage an, oder mit einer Kopie von vor dem Sortieren, und markieren Sie die ganze Tabelle, bevor Sie sortieren.',
  COLUMN_DAMAGED:
    'Ein Tabellenprogramm hat eine Spalte beschädigt, die niemand bearbeiten soll; andere können es auch sein, und nichts wurde angewendet. Nehmen Sie die Vorlage als Arbeitsmappe .xlsx und kopieren Sie Ihre [new]-Zellen hinein, oder öffnen Sie das .csv mit allen Spalten als Text.',
  ROW_WIDTH:
    'Diese Zeilen haben nicht so viele Zellen wie die Kopfzeile: Niemand weiß, welcher Wert in welche Spalte gehört. Geben Sie jeder Spalte eine Zelle, auch eine leere.',
  CONTROL_CHARACTER:
    'Eine Zelle enthält ein unsichtbares Zeichen. Tippen Sie sie neu, und speichern Sie die Datei als „CSV UTF-8“.',
  CONTACT_NUMBER_MISSING:
    'Die Kontaktnummer fehlt: Niemand weiß, um wen es in der Zeile geht. Nehmen Sie sie aus der Vorlage, oder löschen Sie die Zeile.',
  CONTACT_UNKNOWN:
    'Diese Kontakte gibt es hier nicht, oder sie können nicht mehr geändert werden. Prüfen Sie die Nummern: Nullen am Anfang zählen, und Tabellenprogramme lassen sie gern weg. Ein neuer Kontakt braucht LAST_NAME oder COMPANY.',
  CONTACT_DUPLICATE_ROW:
    'Derselbe Kontakt steht in mehreren Zeilen, und keine davon wird angewendet. Behalten Sie eine, oder berichtigen Sie die Nummer der anderen.',
  EMAIL_MISMATCH:
    'Die E-Mail-Adresse ist nicht die des Kontakts. Wenn viele Zeilen das sagen, wurde eine Spalte ohne die anderen sortiert: Fangen Sie neu mit der Vorlage an. Hat sich nur die Adresse geändert, leeren Sie die Zelle EMAIL.',
  CODE_UNKNOWN:
    'Das Feld hat keinen solchen Code. Codes werden genau verglichen: Großbuchstaben und Akzente zählen. Siehe „Kriterienwerte nachsehen“.',
  CODE_INACTIVE: 'Dieser Code wird nicht mehr verwendet und kann nicht gesetzt werden. Wählen Sie einen aktiven.',
  MULTIPLE_NOT_ALLOWED: 'Es stehen mehrere Codes da, aber das Feld nimmt nur einen. Behalten Sie einen davon.',
  VALUE_LIST_SYNTAX:
    'Die Liste der Codes ist nicht lesbar. Setzen Sie ein | zwischen zwei Codes, oder schreiben Sie Empty allein, um alle zu entfernen.',
  BOOLEAN_INVALID:
    'Das ist weder TRUE noch FALSE. Schreiben Sie TRUE oder FALSE, Empty, um den Wert zu entfernen, oder lassen Sie die Zelle leer, um nichts zu ändern.',
  NUMBER_INVALID:
    'Das ist keine Zahl. Schreiben Sie Ziffern, wenn nötig mit Vorzeichen und Dezimalkomma, ohne Tausendertrennzeichen und ohne Einheit.',
  DATE_INVALID: 'Das ist kein Tag des Kalenders. Schreiben Sie zum Beispiel 2025-03-31, 31.03.2025 oder 31/03/2025.',
  TEXT_TOO_LONG: 'Der Text ist zu lang. Kürzen Sie ihn.',
  EMAIL_INVALID:
    'Das ist nicht eine E-Mail-Adresse. Schreiben Sie eine einzige Adresse, etwa marie@example.org, oder leeren Sie die Zelle, um nichts zu ändern.',
  VALUE_DAMAGED:
    'Ein Tabellenprogramm hat den Wert beschädigt: Er ist nicht, was jemand getippt hat. Tippen Sie ihn neu, in einer Datei, die mit allen Spalten als Text geöffnet wurde.',
  CELL_ERROR_VALUE:
    'Diese Zellen zeigen statt eines Werts einen Fehler des Tabellenprogramms. Tippen Sie den Wert, oder leeren Sie die Zelle, um nichts zu ändern.',
  FORMULA_WITHOUT_VALUE:
    'Diese Zellen sind Formeln, deren Ergebnis die Datei nicht enthält. Öffnen Sie die Arbeitsmappe in Ihrem Tabellenprogramm und speichern Sie sie neu, oder tippen Sie die Werte.',
  DATE_WITH_TIME: 'Diese Zellen enthalten eine Uhrzeit. Tippen Sie das Datum allein, zum Beispiel 2025-03-31.',
  CONFLICT:
    'Der Wert hat sich geändert, seit die Datei gemacht wurde. Um den heutigen zu behalten, leeren Sie die [new]-Zelle. Um Ihren trotzdem zu setzen, laden Sie die Zeile aus der Datei der abgelehnten Zeilen noch einmal hoch.',
  CONFLICT_REFUSAL:
    'Der Kontakt hat abgelehnt: Der Wert ist heute FALSE. Weder eine Datei, die davon nichts weiß, noch eine Rücknahme hebt eine Ablehnung auf. In der Datei der abgelehnten Zeilen ist die [new]-Zelle leer: Lassen Sie sie so, um die Ablehnung zu behalten, oder tippen Sie den Wert noch einmal. Nur ein Administrator kann Ablehnungen mit einer Option überschreiben.',
  FIELD_INACTIVE:
    'Das Feld ist nicht mehr aktiv. Solange keine seiner [new]-Zellen gefüllt ist, werden seine Spalten nicht beachtet.',
  OLD_COLUMN_MISSING:
    'Eine [old]-Spalte fehlt: Ob jemand anderes das Feld seither geändert hat, ist nicht zu sehen. Ohne sie werden die Zellen angewendet, was immer heute der Wert ist; nur eine Ablehnung bleibt.',
  OLD_UNREADABLE:
    'Die [old]-Zelle ist leer oder wurde geändert und ist nicht lesbar. Lassen Sie die [old]-Zellen, wie sie in der Vorlage sind.',
  ENCODING_DETECTED:
    'Die Datei ist nicht als UTF-8 gespeichert. Die Namen darin zeigen, wie sie zu lesen ist; bitte prüfen Sie Umlaute und Akzente.',
  ENCODING_ASSUMED:
    'Die Datei ist nicht als UTF-8 gespeichert und wurde als Windows-1252 gelesen. Prüfen Sie Umlaute und Akzente, oder speichern Sie sie als „CSV UTF-8“.',
  SAME_FILE_AGAIN:
    'Dieselbe Datei wurde schon für eine Aktualisierung verwendet. Zeilen, die damals angewendet wurden, sind unverändert, außer jemand hat sie seither geändert.',
  LEADING_ZEROS_LOST:
    'Die Nummer scheint in einem Tabellenprogramm ihre Nullen am Anfang verloren zu haben. Schreiben Sie sie mit ihren Nullen, oder fangen Sie neu mit der Vorlage an.',
  FORMULA_READ:
    'Diese Zellen sind Formeln. Gelesen wird, was sie ergaben, als die Datei gespeichert wurde; ist das nicht, was Sie meinen, fügen Sie sie als Werte ein.',
  ROWS_HIDDEN:
    'Zeilen des Blatts sind ausgeblendet, durch einen Filter oder von Hand. Sie zählen wie alle anderen; löschen Sie die, die nicht importiert werden sollen.',
  CELLS_MERGED:
    'Zellen des Blatts sind verbunden: Was dort steht, gilt für die erste, und die anderen sind leer. Heben Sie die Verbindung auf.',
};
