import type { Translated } from '../../spoken.js';
import type { sentences as english } from '../en/sentences.js';

export const sentences: Translated<typeof english> = {
  error: '{code}: {words}',
  'error-in-column': '{code} in {column}: {words}',
  'did-you-mean': 'Meinten Sie {meant}?',
  'open-as-text':
    'Damit das nicht geschieht, öffnen Sie die Datei mit allen Spalten als Text (in Excel über „Daten › Aus Text/CSV“ ohne Datentyperkennung, in LibreOffice mit dem Spaltentyp „Text“ im Importfenster), und formatieren Sie die [new]-Zellen als Text, bevor Sie tippen.',
  'move-cells-back':
    'Vergleichen Sie die Zeile mit der Vorlage, und schieben Sie ihre Zellen zurück unter ihre Spalten; leeren Sie Zellen, statt sie zu löschen oder einzufügen.',
  'boolean-neither': '„{value}“ ist weder TRUE noch FALSE, und {field} nimmt nichts anderes.',
  'boolean-how':
    'Schreiben Sie TRUE oder FALSE, Empty, um den Wert zu entfernen, oder lassen Sie die Zelle leer, um nichts zu ändern.',
  'code-unknown': '„{value}“ ist kein Wertcode von {field}.',
  'code-without-zeros': 'Ein Tabellenprogramm hat ihn für eine Zahl gehalten und die Nullen am Anfang weggelassen.',
  'code-inactive': '„{value}“ ist ein Wert von {field}, der nicht mehr verwendet wird, und kann nicht gesetzt werden.',
  'meant-empty': 'Meinten Sie Empty? So geschrieben, entfernt es den Wert.',
  'codes-exact': 'Codes werden genau verglichen: Groß- und Kleinschreibung und Akzente zählen.',
  'look-alike':
    'Sie sehen gleich aus, aber Zeichen {position, number} ist ein anderes: {found}, wo {wanted} gemeint ist.',
  'codes-none': '{field} hat keinen aktiven Wert.',
  'codes-allowed': 'Erlaubt: {codes}.',
  'codes-allowed-first': 'Erlaubt: {codes} und {more, number} weitere (siehe „Kriterienwerte nachsehen“).',
  'codes-several': '„{value}“ nennt mehrere Codes, und {field} hat nur einen.',
  'codes-one': 'Schreiben Sie einen Code.',
  'codes-syntax': '„{value}“ ist keine Liste von Codes für {field}: Neben einem | fehlt einer.',
  'codes-join': 'Trennen Sie Codes durch ein einzelnes |, oder schreiben Sie Empty, um alle zu entfernen.',
  'codes-join-meant': 'Trennen Sie Codes durch |: Meinten Sie {meant}?',
  'empty-alone': 'Um alle Codes zu entfernen, schreiben Sie Empty allein, ohne |.',
  'country-letters': 'Schreiben Sie das Land mit zwei Buchstaben, etwa FR, DE oder CH (ISO 3166).',
  'never-removed': '{column} kann nicht entfernt werden: Jeder Kontakt hat einen Wert.',
  'never-removed-how': 'Schreiben Sie {first} oder {second}, oder lassen Sie die Zelle leer, um nichts zu ändern.',
  'email-several':
    '„{value}“ enthält {count, plural, one {# E-Mail-Adresse} other {# E-Mail-Adressen}}, und {column} nimmt nur eine.',
  'email-none': '„{value}“ ist keine E-Mail-Adresse.',
  'email-keep-one': 'Behalten Sie die, die zu diesem Kontakt gehört, und löschen Sie die anderen.',
  'email-how': 'Schreiben Sie eine Adresse, etwa marie@example.org, oder leeren Sie die Zelle, um nichts zu ändern.',
  'date-unreal': '„{value}“ ist kein Tag des Kalenders, und {field} nimmt ein echtes Datum.',
  'date-unreadable': '„{value}“ ist kein Datum, das {field} lesen kann.',
  'date-how': 'Schreiben Sie Jahr, Monat, Tag wie 2025-03-31, oder Tag, Monat, Jahr wie 31.03.2025 oder 31/03/2025.',
  'number-none': '„{value}“ ist keine Zahl, die {field} enthalten kann.',
  'number-how':
    'Schreiben Sie nur Ziffern, höchstens {digits, number}, mit Vorzeichen und Dezimalpunkt oder -komma, wo nötig, wie -12.5: keine Tausendertrennzeichen, keine Einheit, kein Exponent.',
  'text-too-long': '„{value}“ hat {length, number} Zeichen, und {field} nimmt bis zu {most, number}.',
  'text-shorten': 'Kürzen Sie den Text um {count, plural, one {# Zeichen} other {# Zeichen}}.',
  'value-damaged':
    '„{value}“ ist, was ein Tabellenprogramm von einem Wert übrig ließ, und kein Wert, den {field} haben kann.',
  'type-again': 'Tippen Sie den Wert neu, oder leeren Sie die Zelle, um nichts zu ändern.',
  'zeros-maybe-lost': 'Auch Nullen am Anfang können verloren sein.',
  'number-from-template': 'Nehmen Sie die Nummer wieder aus der Vorlage.',
  'damage-narrow': 'Die Spalte war zu schmal, um den Wert zu zeigen, als die Datei gespeichert wurde.',
  'damage-formula': 'Das Tabellenprogramm hat die Zelle für eine Formel gehalten und konnte sie nicht berechnen.',
  'damage-rounded':
    'Ein Tabellenprogramm hat eine lange Nummer für eine Menge gehalten und gekürzt: Die fehlenden Ziffern sind verloren.',
  'damage-like-date':
    'Es sieht wie ein Datum aus: Tabellenprogramme machen Datumsangaben aus Texten wie 1-2, 3.4 oder MAR1.',
  'damage-decimals': 'Ein Programm hat die Nummer für eine Menge gehalten und Dezimalstellen angehängt.',
  'damage-day-count': 'So zählt ein Tabellenprogramm Tage, und so zeigt es ein Datum, das sein Format verloren hat.',
  'damage-month-first': 'Der Monat scheint vor dem Tag zu stehen, wie ein amerikanisches Tabellenprogramm schreibt.',
  'damage-time-added': 'Das Tabellenprogramm hat eine Uhrzeit angehängt.',
  'damage-date-shortened':
    'Ein Tabellenprogramm scheint es gekürzt zu haben: Tag und Monat haben zwei Ziffern, das Jahr hat vier.',
  'damage-truth-number':
    'So zeigt ein Tabellenprogramm einen Wahrheitswert in einer Zelle, die als Zahl formatiert ist.',
  'damage-truth-language': 'So schreibt ein Tabellenprogramm in einer anderen Sprache Wahrheitswerte.',
  'row-width':
    'Die Zeile hat {found, plural, one {# Zelle} other {# Zellen}} und die Kopfzeile {expected, number}: Was in welche Spalte gehört, ist nicht sicher.',
  'row-short':
    'Geben Sie der Zeile für jede Spalte eine Zelle, auch eine leere. Ein Zeilenumbruch in einem Text braucht Anführungszeichen um die Zelle.',
  'row-long':
    'Löschen Sie, was zu viel ist, oder schieben Sie verschobene Zellen zurück: In der Datei der abgelehnten Zeilen stehen sie hinter [errors]. Ein Text mit Komma oder Semikolon braucht Anführungszeichen, wie "Dupont, Marie".',
  'beyond-header':
    'In der Zelle {cell}, rechts von der letzten Spalte mit einem Namen, steht etwas: Ob die Zellen dieser Zeile verschoben wurden, ist nicht sicher.',
  'beyond-header-how': 'Leeren Sie diese Zelle, oder schieben Sie die Zellen der Zeile zurück unter ihre Spalten.',
  'control-character':
    'Die Zelle enthält ein unsichtbares Zeichen, das zu keinem Text gehört, hier als � gezeigt: Die Datei wurde beschädigt oder in einer anderen Kodierung gespeichert.',
  'control-character-how': 'Tippen Sie die Zelle neu, und speichern Sie die Datei als „CSV UTF-8“.',
  'number-missing': 'Die Zeile hat keine Kontaktnummer: Niemand weiß, um welchen Kontakt es geht.',
  'number-missing-how':
    'Tragen Sie die Nummer aus der Vorlage ein, oder löschen Sie die Zeile. Stehen ihre anderen Zellen in falschen Spalten, wurden sie verschoben: Schieben Sie sie zurück.',
  'duplicate-row':
    'Der Kontakt „{value}“ steht auch in {count, plural, one {Zeile} other {den Zeilen}} {rows}{more, select, yes { und weiteren} other {}}; welche gilt, ist nicht sicher, und keine wird angewendet.',
  'duplicate-row-of-part':
    'Der Kontakt „{value}“ steht auch in {count, plural, one {Zeile} other {den Zeilen}} {rows} von Teil {part, number}{more, select, yes { und weiteren} other {}}; welche gilt, ist nicht sicher, und keine wird angewendet.',
  'duplicate-row-of-parts':
    'Der Kontakt „{value}“ steht auch in den Zeilen {rows} (Teil:Zeile){more, select, yes { und weiteren} other {}}; welche gilt, ist nicht sicher, und keine wird angewendet.',
  'duplicate-row-how':
    'Behalten Sie eine Zeile für jeden Kontakt, oder berichtigen Sie die Nummer der Zeile, in der es um jemand anderen geht.',
  'value-of-beside':
    'Es ist ein Wert von {field}, dem Feld daneben: Die Zellen dieser Zeile scheinen verschoben zu sein.',
  'old-blank':
    'Die [old]-Zelle ist leer, wo eine Vorlage TRUE, FALSE oder Empty sagt; sie gilt als verschieden vom heutigen Wert.',
  'old-unreadable':
    'Die [old]-Zelle enthält „{value}“; das wurde geändert und ist nicht lesbar und gilt als verschieden vom heutigen Wert.',
  'old-unreadable-meant':
    'Die [old]-Zelle enthält „{value}“; das wurde geändert, vermutlich aus {meant}, und ist nicht lesbar und gilt als verschieden vom heutigen Wert.',
  'old-leave':
    'Lassen Sie die [old]-Zellen, wie sie in der Vorlage sind; in der Datei der abgelehnten Zeilen stimmen sie wieder.',
  'formula-read': 'Die Zelle {cell} ist eine Formel. Gelesen wird, was sie ergab, als die Datei gespeichert wurde.',
  'formula-read-how': 'Ist das nicht, was Sie meinen, kopieren Sie die Zelle und fügen Sie sie als Wert ein.',
  'formula-without-value':
    'Die Zelle {cell} ist eine Formel, deren Ergebnis die Datei nicht enthält: Ein Programm hat sie geschrieben, und kein Tabellenprogramm hat sie berechnet.',
  'formula-without-value-how':
    'Öffnen Sie die Arbeitsmappe in Ihrem Tabellenprogramm und speichern Sie sie neu, oder tippen Sie statt der Formel den Wert.',
  'cell-error': 'Die Zelle {cell} sagt, dass das Tabellenprogramm sie nicht berechnen konnte, und enthält keinen Wert.',
  'cell-error-how': 'Tippen Sie den Wert, oder leeren Sie die Zelle, um nichts zu ändern.',
  'time-of-day': 'Die Zelle {cell} enthält eine Uhrzeit, und ein Kontakt hat Datumsangaben ohne Uhrzeit.',
  'time-of-day-how': 'Tippen Sie das Datum allein, etwa 2025-03-31.',
  'too-many-digits':
    'Die Zelle {cell} enthält eine Zahl mit mehr als 15 Ziffern, und ein Tabellenprogramm behält nur 15: Die anderen sind verloren.',
  'too-many-digits-how':
    'Formatieren Sie die Zelle als Text und tippen Sie die Nummer neu, oder nehmen Sie sie aus der Vorlage.',
  'contact-unknown': 'Es gibt keinen Kontakt mit der Nummer „{number}“.',
  'number-resembles':
    'Es gibt {count, plural, =1 {„{first}“} =2 {„{first}“ oder „{second}“} other {„{first}“ oder „{second}“ oder „{third}“}}{cause, select, letterCase {: In einer Nummer sind Groß- und Kleinbuchstaben nicht dasselbe.} apostrophe {: Der Apostroph gehört nicht zur Nummer.} decimals {: Ein Programm hat die Nummer für eine Menge gehalten und Dezimalstellen angehängt.} zerosLost {: Nullen am Anfang zählen, und ein Tabellenprogramm scheint sie weggelassen zu haben.} zerosAdded {: Nullen am Anfang zählen, und hier sind zu viele.} other {.}}',
  'number-as-in-template': 'Schreiben Sie die Nummer, wie sie in der Vorlage steht.',
  'number-apostrophe': 'Löschen Sie den Apostroph, oder nehmen Sie die Nummer wieder aus der Vorlage.',
  'row-is-header': 'Die Zeile ist eine zweite Kopfzeile: Dateien wurden aneinandergehängt.',
  'row-is-header-how': 'Löschen Sie die Zeile.',
  'row-is-total': 'Die Zeile sieht wie die Summe einer Liste aus.',
  'row-is-total-how': 'Löschen Sie die Zeile, wenn es in ihr um keinen Kontakt geht.',
  'number-is-email': 'Es sieht wie eine E-Mail-Adresse aus: Die Zellen dieser Zeile scheinen verschoben zu sein.',
  'number-check':
    'Prüfen Sie die Nummer: Nullen am Anfang zählen, und Tabellenprogramme lassen sie gern weg. Kontakte, die seither entfernt wurden, können nicht geändert werden.',
  'contact-closed': 'Der Kontakt „{number}“ wurde geschlossen oder anonymisiert und kann nicht geändert werden.',
  'contact-closed-how': 'Entfernen Sie die Zeile, oder verwenden Sie eine neue Kontaktnummer.',
  'contact-nameless': 'Es gibt keinen Kontakt mit der Nummer „{number}“, und ein neuer braucht LAST_NAME oder COMPANY.',
  'contact-nameless-how':
    'Füllen Sie LAST_NAME oder COMPANY aus, um einen neuen Kontakt anzulegen, oder berichtigen Sie die Nummer, um einen bekannten zu ändern.',
  'email-mismatch': '„{value}“ ist nicht die E-Mail-Adresse dieses Kontakts.',
  'email-no-address': 'Es ist gar keine Adresse: Die Zellen dieser Zeile scheinen verschoben zu sein.',
  'email-mismatch-how':
    'Wenn viele Zeilen das sagen, wurde eine Spalte ohne die anderen sortiert: Fangen Sie neu mit der Vorlage an. Hat sich nur die Adresse geändert, leeren Sie die Zelle EMAIL.',
  'emails-sorted-apart':
    '{mismatches, number} von {lines, plural, one {# Zeile} other {# Zeilen}} enthalten eine E-Mail-Adresse, die nicht die des Kontakts ist: Die Spalten dieser Datei scheinen getrennt voneinander sortiert worden zu sein. Auch was in den anderen Spalten steht, gehört vielleicht zu anderen Kontakten.',
  'emails-sorted-apart-how':
    'Berichtigen Sie diese Zeilen nicht einzeln: Fangen Sie neu mit der Vorlage an, und markieren Sie die ganze Tabelle, bevor Sie sortieren.',
  'zeros-lost':
    '„{number}“ sieht aus wie {count, plural, =1 {„{first}“} =2 {„{first}“ oder „{second}“} other {„{first}“ oder „{second}“ oder „{third}“}} ohne die Nullen am Anfang.',
  'zeros-lost-how':
    'Ein Tabellenprogramm hat die Nummer für eine Menge gehalten und sie weggelassen: Schreiben Sie die Nummer mit ihren Nullen, oder fangen Sie neu mit der Vorlage an.',
  'new-number-doubtful': '„{number}“ ist die Nummer eines neuen Kontakts und vielleicht nicht, was gemeint war.',
  'new-number-doubtful-how':
    'Wenn nicht, nehmen Sie diesen Import zurück, und geben Sie der Spalte wieder ihre Nummern.',
  conflict: 'Der Wert wurde nach dem Export geändert: Die Datei sagt „{old}“, jetzt ist er „{now}“.',
  'conflict-of-undo':
    'Der Wert wurde nach dem Import geändert, der zurückgenommen wird: Dieser hatte ihn auf „{old}“ gesetzt, jetzt ist er „{now}“. Er bleibt.',
  'conflict-how':
    'Um den heutigen Wert zu behalten, leeren Sie die [new]-Zelle. Um Ihren trotzdem zu setzen, laden Sie die Zeile aus der Datei der abgelehnten Zeilen hoch, die den heutigen Wert als [old] enthält.',
  refusal: 'Der Kontakt hat abgelehnt: Der Wert ist jetzt FALSE.',
  'refusal-not-known':
    'Die Datei verlangt {wanted} und weiß nichts von der Ablehnung: {reason, select, noColumn {Sie hat keine [old]-Spalte, die das sagt} blank {Ihre [old]-Zelle ist leer} other {Ihre [old]-Zelle sagt „{old}“}}.',
  'refusal-stays': 'Eine solche Datei hebt eine Ablehnung nicht auf.',
  'refusal-without-old-how':
    'In der Datei der abgelehnten Zeilen ist die [new]-Zelle leer: Lassen Sie sie so, um die Ablehnung zu behalten. Um sie trotzdem zu ändern, verwenden Sie eine neue Vorlage, deren [old]-Zellen den Stand sagen. Ohne das kann nur ein Administrator eine Ablehnung überschreiben, mit der Option für Ablehnungen.',
  'refusal-type-again':
    'In der Datei der abgelehnten Zeilen ist die [new]-Zelle leer: Lassen Sie sie so, um die Ablehnung zu behalten, oder tippen Sie den Wert noch einmal, um sie trotzdem zu ändern.',
  'refusal-administrator':
    'Nur ein Administrator kann Ablehnungen mit der Datei, wie sie war, überschreiben, mit den Optionen für neuere Werte und für Ablehnungen.',
  'refusal-after-undone':
    'Der Kontakt hat nach dem Import abgelehnt, der zurückgenommen wird: Dieser hatte den Wert auf „{old}“ gesetzt, jetzt ist er FALSE.',
  'refusal-kept': 'Die Rücknahme verlangt {wanted}; die Ablehnung bleibt.',
  'refusal-of-undo':
    'Die Rücknahme verlangt {wanted}, wie vor dem Import, der zurückgenommen wird, und der Wert ist jetzt FALSE: Der Kontakt hat abgelehnt.',
  'refusal-not-undone': 'Eine Rücknahme hebt eine Ablehnung nicht auf.',
  'refusal-undo-administrator':
    'Nur ein Administrator kann Ablehnungen mit einer Rücknahme aufheben, mit der Option für Ablehnungen.',
  'header-keep':
    'Lassen Sie die erste Zeile der Vorlage, wie sie ist; wo sie fehlt, kopieren Sie sie wieder aus der Vorlage.',
  'header-no-number':
    'Die erste Zeile hat keine Spalte CONTACT_NUMBER: Niemand weiß, um welche Kontakte es in den Zeilen geht.',
  'header-number-meant': 'Meinten Sie die Spalte {column}? Nennen Sie diese Spalte CONTACT_NUMBER.',
  'header-below': 'Sie steht in Zeile {row, number}.',
  'header-below-how':
    'Löschen Sie {lines, plural, one {die Zeile} other {die # Zeilen}} darüber, damit die Zeile mit den Namen der Spalten die erste ist.',
  'header-separator':
    'Die Zellen der Datei sind durch {separator, select, colons {Doppelpunkte} blanks {Leerzeichen} invisible {ein unsichtbares Zeichen} other {das Zeichen {sign}}} getrennt, was ein Import nicht liest.',
  'header-separator-how':
    'Speichern Sie die Datei als „CSV UTF-8“, mit einem Komma, einem Semikolon oder einem TAB zwischen den Zellen.',
  'header-format':
    'Die Datei ist {format}, und ein Import liest eine Tabelle: eine erste Zeile mit den Namen der Spalten, dann eine Zeile für jeden Kontakt.',
  'header-format-how':
    'Exportieren Sie die Kontakte als „CSV UTF-8“ aus dem Programm, das die Datei gemacht hat, oder füllen Sie die Vorlage aus.',
  'header-one-line':
    'Die Datei hat nur eine Zeile und darin keine Spalte CONTACT_NUMBER: Die Zeilenumbrüche scheinen verloren zu sein, oder die Zeile mit den Namen der Spalten.',
  'header-one-line-how':
    'Speichern Sie die Datei neu als „CSV UTF-8“: Die Namen der Spalten stehen in der ersten Zeile, und jeder Kontakt hat eine eigene Zeile.',
  'header-nothing-to-import': 'Die erste Zeile hat keine Spalte außer CONTACT_NUMBER: Es gibt nichts zu importieren.',
  'header-nothing-to-import-how': 'Fügen Sie mindestens eine Spalte wie LAST_NAME oder EMAIL hinzu.',
  'header-nothing-to-change': 'Die erste Zeile hat keine Spalte, die mit [new] beginnt: Es gibt nichts zu ändern.',
  'header-new-columns': 'Änderungen stehen in den Spalten, die mit [new] beginnen.',
  'header-same-name': 'Die Spalten {first} und {second} haben denselben Namen: Niemand weiß, welche gilt.',
  'header-same-field': 'Die Spalten {first} und {second} haben dasselbe Feld, {field}: Niemand weiß, welche gilt.',
  'header-twice-how': 'Behalten Sie eine der beiden, und löschen Sie die andere.',
  'header-nameless':
    'Die Spalte {column} hat in der ersten Zeile keinen Namen, und in {where, select, rowOfPart {Zeile {row, number} von Teil {part, number}} other {Zeile {row, number}}} steht etwas darin.',
  'header-nameless-how': 'Geben Sie der Spalte den Namen, den sie in der Vorlage hat, oder löschen Sie sie.',
  'header-unknown-name': 'Die Spalte {column} hat einen Namen, den ein Import nicht kennt.',
  'header-call-it': 'Meinten Sie {meant}? Nennen Sie die Spalte so, oder löschen Sie sie.',
  'header-known-names': 'Löschen Sie die Spalte, oder geben Sie ihr einen bekannten Namen: {columns}.',
  'header-known-columns':
    'Löschen Sie die Spalte, oder geben Sie ihr einen bekannten Namen: {columns}, [old] und [new] mit dem Code eines Feldes.',
  'header-unknown-field':
    'Die Spalte {column} nennt das Feld „{field}“, das es unter den {type, select, criteria {Kriterien} authorisations {Einwilligungen} other {Kontakten}} Ihrer Institution nicht gibt.',
  'header-unknown-field-how': 'Löschen Sie die Spalte, oder suchen Sie den Code unter „Kriterienwerte nachsehen“.',
  'header-other-type':
    'Die Spalte {column} nennt das Feld „{field}“, das zu den {type, select, criteria {Kriterien} authorisations {Einwilligungen} other {Kontakten}} gehört.',
  'header-other-type-how':
    'Löschen Sie die Spalte, und importieren Sie sie mit den {type, select, criteria {Kriterien} authorisations {Einwilligungen} other {Kontakten}} in einer eigenen Datei.',
  'header-inactive':
    'Die Spalte {column} nennt das Feld „{field}“, das deaktiviert wurde und nicht mehr geändert werden kann.',
  'header-inactive-how':
    'Verwenden Sie eine andere Vorlage, oder bitten Sie einen Administrator, das Feld wieder zu aktivieren.',
  'header-inactive-filled':
    'Die Spalte {column} nennt das Feld „{field}“, das deaktiviert wurde und nicht mehr geändert werden kann, und die Zelle in {where, select, rowOfPart {Zeile {row, number} von Teil {part, number}} other {Zeile {row, number}}} ist gefüllt.',
  'header-inactive-filled-how':
    'Leeren Sie die Zellen der Spalte, oder löschen Sie sie, oder bitten Sie einen Administrator, das Feld wieder zu aktivieren.',
  'header-wrong-type':
    'Der Import wurde für {said, select, criteria {Kriterien} authorisations {Einwilligungen} other {Kontakte}} gestartet, und die Spalten der Datei sind die von {type, select, criteria {Kriterien} authorisations {Einwilligungen} other {Kontakten}}.',
  'header-wrong-type-how':
    'Starten Sie den Import neu und wählen Sie den Datentyp „{type, select, criteria {Kriterien} authorisations {Einwilligungen} other {Kontakte}}“, oder laden Sie die andere Datei hoch.',
  'field-inactive':
    'Das Feld {field} wurde deaktiviert, seit die Vorlage gemacht wurde. Seine Spalten werden nicht beachtet, weil keine ihrer [new]-Zellen gefüllt ist.',
  'field-inactive-how':
    'Es ist nichts zu tun. Um seine Werte zu ändern, bitten Sie einen Administrator, das Feld wieder zu aktivieren.',
  'old-column-missing':
    'Die Datei hat keine Spalte „{column}“: Ob jemand anderes {field} seit dem Export geändert hat, ist nicht zu sehen.',
  'old-column-missing-how':
    'Behalten Sie die [old]-Spalten der Vorlage, um von solchen Konflikten zu erfahren. Ohne sie werden die Zellen angewendet, was immer jetzt da ist; nur eine Ablehnung bleibt, wie sie ist.',
  'file-empty': 'Die Datei ist leer: Es steht gar nichts darin.',
  'file-empty-how':
    'Sehen Sie nach, ob sie gespeichert wurde und ob es die richtige ist, und laden Sie die Datei hoch, die Sie bearbeitet haben.',
  'file-no-text': 'Die Datei enthält keinen Text.',
  'file-no-text-down-to':
    'Die Datei enthält bis {where, select, rowOfPart {Zeile {row, number} von Teil {part, number}} other {Zeile {row, number}}} keinen Text.',
  'file-no-text-how': 'Laden Sie die Datei der Vorlage hoch, die Sie bearbeitet haben.',
  'file-too-large':
    'Die Datei ist größer als {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {Bytes}}; mehr kann nicht hochgeladen werden.',
  'file-too-large-how': 'Teilen Sie sie in mehrere Dateien, jede mit der Kopfzeile, oder packen Sie sie in ein .zip.',
  'file-no-table':
    '{subject, select, zipped {„{name}“ im .zip} other {Die Datei}} ist {type, select, xls {eine alte oder geschützte Excel-Arbeitsmappe (.xls)} encrypted {eine Excel-Arbeitsmappe, die durch ein Passwort geschützt ist,} xlsb {eine binäre Excel-Arbeitsmappe (.xlsb)} ods {ein LibreOffice-Dokument (.ods)} numbers {ein Dokument von Apple Numbers} document {ein Textdokument oder eine Präsentation} gzip {ein gzip-Archiv (.gz)} pdf {ein PDF-Dokument} image {ein Bild} markup {eine Webseite oder XML} zip {ein .zip} other {keine Textdatei}} und weder eine CSV-Datei noch eine Arbeitsmappe .xlsx.',
  'save-as-xlsx':
    'Öffnen Sie sie in Ihrem Tabellenprogramm, wählen Sie „Speichern unter“, Typ „Excel-Arbeitsmappe (.xlsx)“, und laden Sie diese Datei hoch.',
  'save-as-xlsx-unprotected':
    'Öffnen Sie sie in Ihrem Tabellenprogramm, entfernen Sie ein Passwort, falls sie eines hat, wählen Sie „Speichern unter“, Typ „Excel-Arbeitsmappe (.xlsx)“, und laden Sie diese Datei hoch.',
  'save-as-xlsx-without-password':
    'Öffnen Sie sie in Ihrem Tabellenprogramm, wählen Sie „Speichern unter“ ohne Passwort, Typ „Excel-Arbeitsmappe (.xlsx)“, und laden Sie diese Datei hoch.',
  'save-as-xlsx-in-libreoffice':
    'Öffnen Sie sie in LibreOffice, wählen Sie „Speichern unter“, Typ „Excel 2007–365 (.xlsx)“, und laden Sie diese Datei hoch.',
  'export-from-numbers': 'Wählen Sie in Numbers „Ablage“, „Exportieren“, „Excel“, und laden Sie dieses .xlsx hoch.',
  'upload-table':
    'Laden Sie das .xlsx oder .csv hoch, das Sie bearbeitet haben, oder ein .zip mit dieser einen Datei darin.',
  'unpack-archive': 'Entpacken Sie es, und laden Sie das .xlsx oder .csv hoch, oder ein .zip mit dieser Datei darin.',
  'unpack-zip': 'Entpacken Sie es, und laden Sie das .xlsx oder .csv hoch, das darin ist.',
  'letters-unreadable':
    'Die Buchstaben in {where, select, part {der Datei von Teil {part, number}} row {Zeile {row, number}} rowOfPart {Zeile {row, number} von Teil {part, number}} other {der Datei}} sind nicht lesbar: Sie sind nicht als UTF-8 gespeichert, oder nicht so, wie der Anfang der Datei sagt.',
  'letters-unreadable-how':
    'Öffnen Sie die Datei in Ihrem Tabellenprogramm, sehen Sie sich Umlaute und Akzente an, und speichern Sie sie als „CSV UTF-8“.',
  'too-many-columns':
    'In {where, select, part {der Datei von Teil {part, number}} row {Zeile {row, number}} rowOfPart {Zeile {row, number} von Teil {part, number}} other {der Datei}} stehen mehr als {most, number} Zellen, und so viele Spalten hat kein Import.',
  'too-many-columns-how': 'Behalten Sie die Spalten der Vorlage, und löschen Sie die Zellen rechts davon, auch leere.',
  'row-too-large':
    'In {where, select, part {der Datei von Teil {part, number}} row {Zeile {row, number}} rowOfPart {Zeile {row, number} von Teil {part, number}} other {der Datei}} stehen mehr als {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {Bytes}} Text, und so viel braucht kein Kontakt.',
  'row-too-large-how':
    'Suchen Sie in dieser Zeile nach einem Text, der nicht dorthin gehört, und löschen oder kürzen Sie ihn.',
  'quote-not-closed':
    'Ein Anführungszeichen (") öffnet in {where, select, part {der Datei von Teil {part, number}} row {Zeile {row, number}} rowOfPart {Zeile {row, number} von Teil {part, number}} other {der Datei}} eine Zelle, und keines schließt sie: Niemand weiß, wo die Zelle endet.',
  'quote-not-closed-how':
    'Löschen Sie das Zeichen, oder schließen Sie die Zelle mit einem zweiten. Tabellenprogramme setzen die Zeichen von selbst richtig; von Hand schreibt man ein Zeichen, das zum Text gehört, doppelt und die ganze Zelle in Anführungszeichen: "5"" pipe".',
  'too-many-rows': 'Die Datei hat mehr als {most, number} Datenzeilen.',
  'too-many-rows-how': 'Teilen Sie die Datei in mehrere, jede mit der Kopfzeile.',
  'no-data-rows': 'Die Datei hat eine Kopfzeile und darunter keine Zeile eines Kontakts.',
  'no-data-rows-how': 'Laden Sie die Vorlage hoch, die Sie bearbeitet haben, mit den Zeilen, die Sie ändern wollen.',
  'same-file': 'Dieselbe Datei wurde schon für eine Aktualisierung verwendet.',
  'same-file-at': 'Dieselbe Datei wurde schon für eine Aktualisierung verwendet, am {at, date, moment} UTC.',
  'same-file-how':
    'Zeilen, die damals angewendet wurden, erscheinen jetzt als unverändert, außer jemand hat sie seither geändert.',
  'columns-sorted-apart':
    'Spalten wurden getrennt voneinander sortiert: Was in {columns}{more, plural, =0 {} one { und # weiteren} other { und # weiteren}} steht, gehört zu Kontakten anderer Zeilen. Vielleicht auch, was getippt wurde; nichts wurde angewendet.',
  'columns-sorted-apart-how':
    'Fangen Sie neu mit der Vorlage an, oder mit einer Kopie von vor dem Sortieren, und markieren Sie die ganze Tabelle, bevor Sie sortieren.',
  'column-damaged':
    'Eine Spalte, die niemand bearbeiten soll, ist beschädigt: Von {column} {cells, plural, one {ist # Zelle} other {sind # Zellen}} nicht mehr wie in der Vorlage, denn {cause, select, zerosLost {die Nullen am Anfang ihrer Werte gingen verloren} dateRewritten {ihre Werte wurden zu Daten, oder ihre Daten wurden in anderer Form geschrieben} truthValueRewritten {ihre Wahrheitswerte wurden anders geschrieben} numberShortened {Ziffern ihrer Zahlen gingen verloren} numberRewritten {ihre Zahlen wurden anders geschrieben} textCorrected {ihre Texte wurden von einem Programm korrigiert} errorValue {ihre Zellen enthalten Fehler des Tabellenprogramms} cleared {ihre Zellen wurden geleert} shifted {ihre Zellen wurden aus der Spalte daneben verschoben} sortedApart {ihre Zellen gehören zu anderen Zeilen} other {ihre Zellen enthalten andere Werte}}.',
  'columns-damaged-too':
    'Das gilt auch für {columns}{more, plural, =0 {} one { und # weitere} other { und # weitere}}.',
  'nothing-applied': 'Nichts wurde angewendet.',
  'column-damaged-how':
    'Nehmen Sie die Vorlage noch einmal als Arbeitsmappe (.xlsx), die ein Tabellenprogramm nicht beschädigt, und kopieren Sie Ihre [new]-Zellen hinein; oder öffnen Sie das .csv mit allen Spalten als Text.',
  'encoding-detected':
    '{part, plural, =0 {Die Datei} other {Teil #}} ist nicht als UTF-8 gespeichert; die Buchstaben wurden als {encoding} gelesen, denn so sind die Namen die der Kontakte ({explained, number} von {compared, number}).',
  'encoding-detected-how':
    'Buchstaben, die diese Kodierung nicht hat, wurden als Fragezeichen gespeichert. Um ganz sicher zu sein, speichern Sie die Datei als „CSV UTF-8“ und laden Sie diese hoch.',
  'encoding-assumed':
    '{part, plural, =0 {Die Datei} other {Teil #}} ist nicht als UTF-8 gespeichert, und die Namen sagen nicht, wie sonst; vorerst wurden die Buchstaben als Windows-1252 gelesen.',
  'encoding-pick':
    'Sehen Sie nach, welche Lesart der Wörter stimmt, wählen Sie diese, und die Datei wird noch einmal geprüft.',
  'encoding-until-then': 'Bis dahin schreibt keine Aktualisierung solche Buchstaben.',
  'encoding-or-utf8': 'Oder speichern Sie die Datei als „CSV UTF-8“ und laden Sie diese hoch.',
  'encoding-not-written':
    'Solche Buchstaben stehen nur in Zellen, die nicht geschrieben werden; eine Aktualisierung kann also weitergehen. Buchstaben, die Windows-1252 nicht hat, wie Ł oder ő, wurden als Fragezeichen gespeichert: Um sicher zu sein, speichern Sie die Datei als „CSV UTF-8“.',
  'encoding-unknown':
    '{part, plural, =0 {Die Datei} other {Teil #}} ist nicht als UTF-8 gespeichert, und die Namen sagen nicht, wie sonst.',
  'encoding-would-write':
    'Die Aktualisierung würde Buchstaben schreiben, die falsch sein können; nichts wurde geschrieben.',
  'encoding-of-header': 'Die Codes in der ersten Zeile sind nur in einer anderen Lesart als Windows-1252 bekannt.',
  'zip-damaged': 'Das .zip ist beschädigt oder unvollständig und kann nicht entpackt werden.',
  'zip-checksum': 'Das .zip ist beschädigt: Der Inhalt passt nicht zu seiner Prüfsumme.',
  'zip-strange-name': 'Das .zip enthält eine Datei, deren Name aus dem .zip hinausführt.',
  'zip-method': 'Das .zip ist auf eine Art gepackt, die hier nicht gelesen werden kann ({method}).',
  'zip-anew': 'Machen Sie das .zip neu, oder laden Sie es noch einmal herunter, und laden Sie dieses hoch.',
  'zip-encrypted': 'Das .zip ist durch ein Passwort geschützt.',
  'zip-encrypted-how': 'Laden Sie das .csv selbst hoch, oder ein .zip ohne Passwort.',
  'zip-too-many-files': 'Das .zip enthält {files, plural, one {# Datei} other {# Dateien}}.',
  'zip-endless': 'Das .zip hat ein endloses Inhaltsverzeichnis.',
  'zip-overlap': 'Dateien im .zip liegen übereinander; so packt kein Programm.',
  'zip-unpacks-to':
    'Das .zip ist entpackt größer als {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {Bytes}}; das ist zu groß.',
  'zip-ratio': 'Das .zip ist entpackt mehr als {times, number}-mal so groß, was keine echte Datei ist.',
  'zip-workbooks-too-large': 'Die Arbeitsmappen im .zip sind entpackt weit größer, als gelesen werden kann.',
  'zip-too-large-how': 'Laden Sie die Datei selbst hoch, oder mehrere, die alle die Kopfzeile haben.',
  'zip-link': 'Das .zip enthält eine Verknüpfung zu einer Datei, und nicht die Datei.',
  'zip-link-how': 'Machen Sie das .zip neu, aus der Datei selbst.',
  'zip-no-file': 'Das .zip enthält keine Datei.',
  'zip-other-files':
    'Das .zip enthält anderes als CSV-Dateien und Arbeitsmappen: {names}{more, plural, =0 {} one { und # weitere} other { und # weitere}}.',
  'zip-other-archive': '„{name}“ im .zip ist ein weiteres Archiv.',
  'zip-not-parts':
    'Das .zip enthält {files, plural, one {# Datei, die nicht Teil einer Vorlage ist} other {# Dateien, die nicht die Teile einer Vorlage sind}}: {names}{more, plural, =0 {} one { und # weitere} other { und # weitere}}.',
  'zip-part-twice': 'Das .zip enthält Teil {part, number} der Vorlage doppelt.',
  'zip-part-missing':
    'Das .zip enthält {parts, plural, one {# Teil} other {# Teile}} einer Vorlage, und Teil {missing, number} fehlt.',
  'zip-part-missing-how': 'Packen Sie alle Teile in das .zip, oder laden Sie die Teile einzeln hoch.',
  'zip-one-file':
    'Machen Sie ein .zip mit genau einem .csv oder .xlsx darin, oder laden Sie das .zip der Vorlage mit allen Teilen hoch.',
  'zip-other-header': 'Teil {part, number} des .zip hat eine andere Kopfzeile als Teil 1.',
  'zip-other-header-how':
    'Die Teile einer Vorlage haben dieselben Spalten in derselben Reihenfolge. Laden Sie Dateien mit anderen Spalten einzeln hoch.',
  'workbook-cut-off': 'Die Arbeitsmappe ist beschädigt oder unvollständig und kann nicht geöffnet werden.',
  'workbook-in-zip-cut-off':
    'Die Arbeitsmappe „{name}“ im .zip ist beschädigt oder unvollständig und kann nicht geöffnet werden.',
  'workbook-damaged':
    '{part, plural, =0 {Die Arbeitsmappe} other {Die Arbeitsmappe von Teil #}} {reason, select, doctype {enthält eine Dokumenttyp-Deklaration (DOCTYPE), die keine Arbeitsmappe braucht und die missbraucht werden kann} endless {enthält etwas, das weit länger oder weit tiefer verschachtelt ist als in jeder Arbeitsmappe} part {hat nicht alle ihre Teile} sheet {hat nicht alle ihre Blätter} rowNumber {hat eine Zeile ohne Nummer} rowOrder {hat Zeilen in falscher Reihenfolge} cellPlace {hat eine Zelle, deren Platz nicht lesbar ist} cellTwice {hat eine Zelle doppelt} cellType {hat eine Zelle von unbekanntem Typ} textMissing {hat eine Zelle, deren Text fehlt} number {hat eine Zahl, die keine ist} other {enthält XML, das nicht wohlgeformt ist}}.',
  'workbook-damaged-how':
    'Öffnen Sie sie in Ihrem Tabellenprogramm, speichern Sie sie neu als „Excel-Arbeitsmappe (.xlsx)“, und laden Sie diese Datei hoch; oder laden Sie die Vorlage noch einmal herunter.',
  'workbook-no-sheet':
    '{part, plural, =0 {Die Arbeitsmappe} other {Die Arbeitsmappe von Teil #}} hat kein Blatt mit Zellen: Ein Diagramm allein enthält keine Kontakte.',
  'workbook-no-sheet-how': 'Laden Sie die Arbeitsmappe hoch, die Sie bearbeitet haben, mit ihrem Blatt „Contacts“.',
  'workbook-no-numbers':
    '{part, plural, =0 {Die Arbeitsmappe} other {Die Arbeitsmappe von Teil #}} hat {sheets, plural, one {# Blatt} other {# Blätter}}: Keines heißt „Contacts“, und keines hat eine Spalte CONTACT_NUMBER in der ersten Zeile.',
  'workbook-first-row': 'Lassen Sie die erste Zeile der Vorlage, wie sie ist.',
  'workbook-call-sheet':
    'Nennen Sie das Blatt mit den Kontakten „Contacts“, wie in der Vorlage, oder löschen Sie die anderen Blätter.',
  'workbook-several-sheets':
    '{part, plural, =0 {Die Arbeitsmappe} other {Die Arbeitsmappe von Teil #}} hat mehrere Blätter mit einer Spalte CONTACT_NUMBER (Blätter {sheets}): Niemand weiß, welches gemeint ist.',
  'workbook-sheets-singly': 'Oder laden Sie die Blätter einzeln hoch.',
  'rows-hidden':
    'Das Blatt hat {rows, plural, one {# Zeile, die ausgeblendet ist} other {# Zeilen, die ausgeblendet sind}}, durch einen Filter oder von Hand. Ausgeblendete Zeilen zählen wie alle anderen.',
  'rows-hidden-how': 'Sollen sie nicht importiert werden, löschen Sie sie aus dem Blatt.',
  'cells-merged':
    'Zellen des Blatts sind verbunden, an {places, plural, one {# Stelle} other {# Stellen}}. Was dort steht, gilt für die erste; die anderen sind leer.',
  'cells-merged-how': 'Heben Sie die Verbindung auf, und füllen Sie jede Zelle einzeln aus.',
};
