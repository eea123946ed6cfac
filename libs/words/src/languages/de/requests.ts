import type { Translated } from '../../spoken.js';
import type { requests as english } from '../en/requests.js';

export const requests: Translated<typeof english> = {
  'key-needed': 'Bitte senden Sie einen API-Schlüssel als Bearer-Token, oder melden Sie sich an.',
  'key-unknown': 'Dieser API-Schlüssel ist nicht bekannt.',
  'key-ended':
    'Dieser API-Schlüssel ist am {day} abgelaufen. Ein Administrator Ihrer Institution kann einen neuen erstellen.',
  'session-ended': 'Die Sitzung ist beendet. Bitte melden Sie sich wieder an.',
  'provider-unavailable':
    '{name} antwortet zurzeit nicht, deshalb kann sich darüber niemand anmelden. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  'provider-none':
    'Hier meldet sich niemand über einen Anmeldedienst an. Bitte verwenden Sie einen API-Schlüssel oder einen Anmeldelink.',
  'sign-in-no-longer':
    'Sie haben in {name} keine Rolle mehr: Keine Ihrer Gruppen gibt dort noch Zugang. Bitte wenden Sie sich an einen Administrator dort.',
  'session-of-key':
    'Diese Anmeldung steht für einen API-Schlüssel, und der gehört zu einer einzigen Institution. Bitte melden Sie sich mit einem Schlüssel der anderen an.',
  'person-unknown':
    'Diese Person hat sich hier noch nie angemeldet, deshalb lässt sich die Sprache nirgends aufbewahren. Bitte melden Sie sich einmal an, oder senden Sie Accept-Language mit jeder Anfrage.',
  'token-unknown':
    'Dieses Token gilt hier nicht. Bitte holen Sie beim Anmeldedienst ein neues, das für diese Schnittstelle ausgestellt ist.',
  'token-over': 'Dieses Token ist abgelaufen. Bitte holen Sie beim Anmeldedienst ein neues.',
  'token-no-role':
    'Keine der Gruppen in diesem Token hat in der Institution eine Rolle. Bitte wenden Sie sich an einen Administrator dort.',
  'token-several-institutions':
    'Sie gehören zu mehreren Institutionen. Bitte nennen Sie im Header Roundtrip-Institution, welche gemeint ist.',
  'making-key-revoked': 'Der Schlüssel, der diesen erstellen sollte, wurde inzwischen widerrufen.',
  'role-needed':
    '{what, select, update {Für eine Aktualisierung} overwriting {Um neuere Werte zu überschreiben,} refusals {Um Ablehnungen zu überschreiben,} sessions {Um die Sitzungen eines anderen Schlüssels zu beenden,} other {Dafür}} ist die Rolle {needed} nötig; dieser Schlüssel hat die Rolle {role}.',
  'foreign-page':
    'Das kam von einer Seite von {from}. Wer angemeldet ist, kann nur von den Seiten von {own} aus etwas ändern: Bitte öffnen Sie diese Adresse. Wenn es nicht die ist, die man benutzt, muss PUBLIC_URL des Gateways berichtigt werden.',
  'foreign-page-unknown':
    'Das kam von einer Seite einer anderen Website. Wer angemeldet ist, kann nur von den Seiten von {own} aus etwas ändern: Bitte öffnen Sie diese Adresse. Wenn es nicht die ist, die man benutzt, muss PUBLIC_URL des Gateways berichtigt werden.',
  'sign-in-code-gone':
    'Dieser Anmeldelink wurde schon benutzt, oder seine zehn Minuten sind um. Bitte fordern Sie einen neuen an.',
  'key-deletes-itself': 'Ein Schlüssel kann sich nicht selbst widerrufen. Bitte nehmen Sie einen anderen.',
  'keys-too-many':
    'Ihre Institution hat {most, number} API-Schlüssel, so viele, wie sie haben darf. Bitte widerrufen Sie zuerst einen, den niemand mehr benutzt.',
  'key-last-administrator':
    'Es bliebe kein Schlüssel eines Administrators, der weiter gilt. Bitte erstellen Sie zuerst einen anderen.',
  'key-replaced':
    'An die Stelle dieses Schlüssels tritt schon ein anderer, oder er wurde widerrufen. Bitte erneuern Sie den anderen, oder erstellen Sie einen neuen.',

  'requests-too-many': 'Das sind mehr als {most, plural, one {# Anfrage} other {# Anfragen}} in der Minute.',
  'list-pages-too-many':
    'Das sind mehr als {most, plural, one {# Seite} other {# Seiten}} von Kontakten und weiteren Seiten von Listen in der Minute.',
  'sign-ins-too-many':
    'Von Ihrer Adresse aus hat jemand {most, plural, one {# Mal} other {# Mal}} versucht, sich mit einem falschen Schlüssel anzumelden.',
  'sign-ins-begun-too-many':
    'Von Ihrer Adresse aus {most, plural, one {wurde # Anmeldung} other {wurden # Anmeldungen}} innerhalb einer Stunde begonnen, mehr sind nicht erlaubt.',
  'upload-bytes-too-many':
    'Ihre Institution hat innerhalb einer Stunde {most, plural, one {# Byte} other {# Byte}} hochgeladen, so viel, wie sie darf.',
  'mails-to-recipient-too-many':
    'Mit einer E-Mail an diese Adresse {most, plural, one {wurde innerhalb einer Stunde # Vorlage} other {wurden innerhalb einer Stunde # Vorlagen}} angefordert. Fordern Sie diese ohne E-Mail an: Sie kann auf der Seite heruntergeladen werden.',
  'mails-of-institution-too-many':
    'Ihre Institution hat innerhalb einer Stunde {most, plural, one {# Vorlage} other {# Vorlagen}} per E-Mail angefordert. Fordern Sie diese ohne E-Mail an: Sie kann auf der Seite heruntergeladen werden.',
  'again-in-seconds':
    'Bitte versuchen Sie es {seconds, plural, one {in einer Sekunde} other {in # Sekunden}} noch einmal.',
  'again-in-minutes':
    'Bitte versuchen Sie es {minutes, plural, one {in einer Minute} other {in # Minuten}} noch einmal.',
  'uploads-at-once':
    'Ihre Institution lädt schon {most, plural, one {# Datei} other {# Dateien}} hoch. Bitte versuchen Sie es noch einmal, wenn eine davon angekommen ist.',
  'streams-of-key':
    'Mit diesem Schlüssel {most, plural, one {folgt schon # Fenster oder Programm} other {folgen schon # Fenster oder Programme}} den Ereignissen. Bitte schließen Sie eines davon.',
  'streams-at-once':
    'So viele folgen schon den Ereignissen, dass kein Platz mehr frei ist. Bitte versuchen Sie es etwas später noch einmal.',
  'heavy-reads-at-once':
    'Ihre Institution hat schon {most, number} Vorschauen, Suchen, Listen von Änderungen oder Exporte offen. Bitte versuchen Sie es gleich noch einmal, wenn etwas davon fertig ist.',

  'route-unknown': 'Unter dieser Adresse gibt es nichts. Die bekannten Adressen stehen unter /docs.',
  'method-not-allowed': '{method} ist hier nicht möglich, nur {allowed}.',
  'request-malformed':
    'Die Anfrage kann nicht gelesen werden: Sie ist kein wohlgeformtes HTTP, oder ihre Adresse ist falsch kodiert.',
  'not-http': 'Die Anfrage ist kein wohlgeformtes HTTP.',
  'request-too-slow': 'Die Anfrage ist nicht rechtzeitig angekommen.',
  'headers-too-large': 'Die Header der Anfrage sind größer als 16 kB.',
  'idempotency-key-invalid': 'Ein Idempotency-Key hat 1 bis 100 sichtbare ASCII-Zeichen.',
  'idempotency-key-in-use': 'Die erste Anfrage mit diesem Idempotency-Key läuft noch.',
  'idempotency-key-reused':
    'Dieser Idempotency-Key wurde schon für eine andere Anfrage benutzt. Bitte nehmen Sie einen neuen.',
  'cursor-invalid': 'Dieser Cursor kommt nicht von dieser Liste. Bitte beginnen Sie sie von vorn.',
  'cursor-of-another-list': 'Das ist kein Cursor dieser Liste.',
  'json-malformed': 'Der Inhalt der Anfrage ist kein wohlgeformtes JSON.',
  'json-not-utf-8': 'Der Inhalt der Anfrage ist nicht in UTF-8.',
  'json-too-deep': 'Der Inhalt der Anfrage ist tiefer als {most, number} Ebenen verschachtelt.',
  'json-too-many-entries':
    '{what, select, list {Eine Liste} other {Ein Objekt}} im Inhalt der Anfrage hat mehr als {most, number} Einträge.',
  'body-missing': 'Hier muss die Anfrage einen Inhalt vom Typ application/json haben.',
  'body-no-json': 'Der Inhalt der Anfrage muss application/json in UTF-8 sein, nicht komprimiert.',
  'body-too-large': 'Der Inhalt der Anfrage ist größer als {most, number} kB.',
  'body-too-slow': 'Der Inhalt der Anfrage ist nicht rechtzeitig angekommen.',
  'characters-invalid':
    'Ein Text enthält NUL oder ein halbes Zeichen, was kein Text enthalten darf. Bitte lassen Sie es weg.',
  'character-invalid': 'Dies enthält NUL oder ein halbes Zeichen, was kein Text enthalten darf.',
  'event-id-invalid': 'Diese Last-Event-ID gehört zu keinem Ereignis dieses Stroms.',
  'property-unknown': 'Das ist hier nicht bekannt.',
  'more-faults': 'Und {n, number} weitere.',
  'not-found':
    '{what, select, authorisation {Diese Einwilligung} criterion {Dieses Kriterium} target {Diese Zielgruppe} template {Diese Vorlage} contact {Diesen Kontakt} import {Diesen Import} key {Diesen API-Schlüssel} institution {Diese Institution} person {Diese Person} other {Diese Datei}} gibt es in Ihrer Institution nicht.',

  'part-away':
    'Ein Teil des Systems, der hierfür gebraucht wird, antwortet zurzeit nicht. Bitte versuchen Sie es in ein paar Sekunden noch einmal.',
  'not-ready': 'Der Dienst ist nicht bereit. Bitte versuchen Sie es in ein paar Sekunden noch einmal.',
  'took-too-long':
    'Das ist mehr, als sich rechtzeitig herausfinden lässt. Bitte fragen Sie nach weniger, oder versuchen Sie es später noch einmal.',
  'our-fault': 'Das ist ein Fehler auf unserer Seite. Bitte versuchen Sie es später noch einmal.',
  'still-open':
    'Das dauert länger als sonst. Es wird ohne weitere Anfrage erledigt; bitte sehen Sie etwas später wieder nach.',

  'upload-no-form': 'Zum Hochladen muss die Anfrage multipart/form-data sein.',
  'form-malformed':
    'Das Formular kann nicht gelesen werden: Es ist abgeschnitten, hat keine Trennmarke (boundary), oder die Header seiner Teile sind nicht wohlgeformt.',
  'parts-too-many': 'Das Formular hat zu viele Teile.',
  'file-without-name': 'Der Teil „file“ hat keinen Dateinamen: Er muss als Datei gesendet werden.',
  'file-missing': 'Das Formular hat keinen Teil „file“ mit einem Dateinamen.',
  'field-after-file': 'Es steht nach der Datei; alle Felder müssen vor ihr kommen.',
  'form-field-unknown': 'Dieses Feld ist nicht bekannt.',
  'form-field-too-long': 'Das ist zu lang.',
  'form-field-twice': 'Es steht zweimal da.',
  'form-field-missing': 'Es fehlt: Es muss vor der Datei stehen.',
  'one-file-only': 'Es darf nur eine Datei sein.',
  'file-in-other-part': 'Die Datei muss im Teil „file“ stehen.',
  'upload-cut-off': 'Das Hochladen wurde unterbrochen.',
  'upload-stalled': 'Das Hochladen ist zu langsam oder kommt nicht mehr voran.',

  'address-sends-on': 'Eine Adresse mit {sign} kann eine E-Mail an andere weiterleiten und wird nicht angenommen.',
  'address-invalid': 'Das ist nicht eine einzelne E-Mail-Adresse.',
  'address-of-one': 'Schreiben Sie die Adresse einer einzigen Person, wie marie@example.org.',
  'domain-not-allowed': 'Ihre Institution sendet E-Mails nur an diese Domains: {allowed}.',

  'import-not-undoable': 'Nur eine Aktualisierung, die beendet ist und etwas geändert hat, kann zurückgenommen werden.',
  'import-not-checked': 'Eine Aktualisierung kann nur von einer Prüfung im Zustand CHECKED aus gestartet werden.',
  'import-without-file': 'Dieser Import wurde ohne Datei gemacht: Es gibt keine zu prüfen.',
  'upload-expired': 'Die Datei dieses Imports ist zu alt und nicht mehr da. Bitte laden Sie sie noch einmal hoch.',
  'import-finished': 'Der Import ist beendet ({state}): es gibt nichts mehr abzubrechen.',
  'import-not-finished': 'Der Import läuft noch. Bitte versuchen Sie es noch einmal, wenn er beendet ist.',
  'import-without-report':
    'Es gibt nichts herunterzuladen: Der Import ist im Zustand {state}, seine Zeilen wurden nicht alle angesehen.',
  'report-expired':
    'Die Berichte dieses Imports sind zu alt und nicht mehr da; seine Zahlen und Änderungen sind es noch.',
  'changes-need-field':
    'Das geht mit `from`, `to`, `added` und `removed`: nennen Sie das Feld, dessen Werte es sind. Es gibt: {fields}',
  'changes-field-unknown': 'Die Datei dieses Imports hat kein solches Feld. Es gibt: {fields}',
  'changes-only-json': 'Nur mit `Accept: application/json`: Die Datei enthält alle Änderungen.',
  'template-expired': 'Diese Vorlage ist zu alt, um heruntergeladen zu werden. Bitte fordern Sie eine neue an.',
  'template-empty': 'Es gibt keine Datei: Die Zielgruppe enthielt keinen Kontakt.',
  'template-not-made': 'Es gibt keine Datei: Die Vorlage konnte nicht erstellt werden.',
  'template-not-ready': 'Die Datei wird gerade erstellt. Bitte laden Sie sie herunter, wenn der Zustand READY ist.',
  'template-field-unknown':
    '„{code}“ ist der Code {type, select, authorisations {keiner Einwilligung} other {keines Kriteriums}} Ihrer Institution.',
  'template-field-inactive':
    '{type, select, authorisations {Die Einwilligung {code} ist nicht aktiv. Aktivieren Sie sie, oder lassen Sie sie weg.} other {Das Kriterium {code} ist nicht aktiv. Aktivieren Sie es, oder lassen Sie es weg.}}',
  'template-field-twice':
    '{type, select, authorisations {Die Einwilligung {code} steht zweimal da. Nennen Sie sie nur einmal.} other {Das Kriterium {code} steht zweimal da. Nennen Sie es nur einmal.}}',
  'template-rule-unfit': 'Die Regel der Zielgruppe passt nicht mehr zu den Feldern Ihrer Institution.',

  'target-unknown': 'Diese Zielgruppe gibt es nicht.',
  'target-code-taken':
    'Eine andere Zielgruppe hat schon den Code „{code}“. Jeder Code ist einmalig: Wählen Sie einen anderen.',
  'code-taken': 'Dieser Code ist vergeben.',
  'rule-invalid': 'Die Regel kann so nicht benutzt werden.',
  'target-invalid': 'Die Zielgruppe kann so nicht gespeichert werden.',
  'target-code-form':
    'Ein Code hat 1 bis 40 Buchstaben, Ziffern, - oder _ und beginnt mit einem Buchstaben oder einer Ziffer.',
  'name-form': 'Ein Name hat 1 bis 200 Zeichen in einer Zeile.',
  'domain-form': 'Hier gehört eine Domain wie theatre.example hin, ohne @.',
  'groups-twice': 'Bitte nennen Sie jede Gruppe nur einmal.',
  'page-limit': 'Hier gehört eine ganze Zahl von 1 bis 200 hin.',
  'name-needed': 'Ein Name ist nötig.',
  'rule-too-large':
    'Die Bedingungen brauchen zusammen mehr als {most, number} kB: nehmen Sie weniger oder kürzere Werte.',
  'definition-unknown': 'Es gibt kein Feld mit dem Code „{code}“.',
  'value-true': 'Wahr',
  'value-false': 'Falsch',
  'value-never-stated': 'Nie angegeben',
  'value-any-text': 'Beliebiger Text',
  'definition-code-taken': 'Der Code „{code}“ ist vergeben. Jeder Code ist einmalig: Wählen Sie einen anderen.',
  'definition-invalid': 'Die Definition kann so nicht gespeichert werden.',
  'definition-code-form':
    'Ein Code hat 1 bis 40 Buchstaben ohne Akzente und Umlaute, Ziffern, - oder _ und beginnt mit einem Buchstaben.',
  'kind-needed': 'Ein neues Kriterium braucht eine Art.',
  'kind-fixed': 'Die Art eines Kriteriums kann sich nicht ändern; sie ist {kind}.',
  'kind-without-values': 'Nur LIST und MULTI_LIST haben Werte.',
  'criterion-without-values': '{code} ist von der Art {kind}: nur LIST und MULTI_LIST haben Werte.',
  'fields-active-too-many':
    'Eine Institution hat bis zu {most, number} aktive {type, select, authorisations {Einwilligungen: Deaktivieren Sie eine, die nicht mehr benutzt wird.} other {Kriterien: Deaktivieren Sie eines, das nicht mehr benutzt wird.}}',
  'values-kept-too-many':
    'Ein Kriterium behält bis zu {most, number} Werte, auch die, die nicht aktiv sind: Aktivieren Sie einen davon wieder, oder erstellen Sie ein neues Kriterium.',
  'values-too-many': 'Ein Kriterium hat bis zu {most, number} Werte.',
  'value-code-twice': 'Dieser Code steht zweimal in der Liste.',
  'value-code-reserved': 'Empty ist reserviert: In einer Datei entfernt es den Wert.',
  'value-code-form':
    'Der Code eines Wertes hat 1 bis 60 Zeichen, kein |, keine Steuerzeichen und keine Leerzeichen davor oder dahinter.',
  'value-name-needed': 'Ein neuer Wert braucht einen Namen.',

  'rule-too-deep': 'Gruppen dürfen bis zu {most, number} Ebenen tief verschachtelt sein.',
  'rule-too-long': 'Eine Regel hat bis zu {most, number} Bedingungen.',
  'rule-node': 'Nötig ist entweder eines von {groups} mit einer Liste, oder field, is und value.',
  'rule-property-unknown': 'Eine Bedingung hat field, is und value, nicht „{property}“.',
  'rule-field-unknown': '„{field}“ ist kein Feld dieser Institution.',
  'rule-field-names': 'Felder sind contact.…, criteria.CODE und authorisations.CODE.',
  'rule-operator-unknown': '„{operator}“ ist kein Vergleich für {field}.',
  'rule-operators': 'Vergleiche für dieses Feld: {operators}.',
  'rule-days': 'Nötig ist eine ganze Zahl von Tagen, von 0 bis {most, number}.',
  'rule-no-value': 'Dieser Vergleich nimmt keinen Wert; lassen Sie ihn weg.',
  'rule-list': 'Nötig ist eine Liste von 1 bis {most, number} Werten.',
  'rule-values-not-read': 'Die Werte dahinter wurden nicht angesehen.',
  'rule-pair': 'Nötig ist eine Liste von zwei Werten, „von“ und „bis“.',
  'rule-pair-order': 'Der erste Wert darf nicht nach dem zweiten kommen.',
  'rule-boolean': 'Nötig ist true oder false (für „kein Wert“ nehmen Sie den Vergleich „empty“).',
  'rule-number': 'Nötig ist eine Zahl, ohne Anführungszeichen.',
  'rule-date': 'Nötig ist ein wirkliches Datum in der Form „JJJJ-MM-TT“.',
  'rule-text':
    'Nötig ist ein Text von 1 bis {most, number} Zeichen ohne Steuerzeichen (für „kein Wert“ nehmen Sie den Vergleich „empty“).',
  'rule-code': 'Nötig ist der Code eines Wertes, als Text.',
  'rule-code-unknown': '„{code}“ ist nicht der Code eines Wertes dieses Feldes.',

  'job-end-not-recorded':
    'Das ist beendet, aber wegen eines Fehlers auf unserer Seite konnte das Ergebnis nicht festgehalten werden. Bitte wenden Sie sich an den Support.',
  'template-abandoned': 'Die Vorlage konnte nicht erstellt werden.',
  'import-abandoned': 'Der Import konnte nicht zu Ende geführt werden.',
  'job-abandoned': 'Wir haben mehrmals damit begonnen und sind nie zum Ende gekommen.',
  'ask-for-template-again': 'Bitte fordern Sie sie noch einmal an.',
  'start-import-again': 'Es wurde kein Kontakt geändert. Bitte starten Sie den Import noch einmal.',
  'start-update-again':
    'Was angewendet war, bleibt; weitere Zeilen werden nicht angewendet. Bitte starten Sie den Import noch einmal mit derselben Datei: Was schon angewendet ist, zählt als unverändert.',
  'mail-address-invalid': 'Das ist nicht eine einzelne E-Mail-Adresse.',
  'mail-not-made': 'Die E-Mail konnte wegen eines Fehlers auf unserer Seite nicht erstellt werden.',
  'mail-refused': 'Der Mailserver nimmt die E-Mail nicht an.',
  'mail-refused-with': 'Der Mailserver nimmt die E-Mail nicht an: {reply}',
  'mail-late': 'Die E-Mail konnte stundenlang nicht gesendet werden. Sie kann noch kommen.',
  'template-target-gone':
    'Die Zielgruppe gibt es nicht mehr: Sie wurde gelöscht, nachdem die Vorlage angefordert war. Wählen Sie eine andere Zielgruppe.',
  'template-not-prepared':
    'Wegen eines Fehlers auf unserer Seite konnte die Vorlage nicht vorbereitet werden. Bitte fordern Sie sie noch einmal an.',
  'template-rule-invalid':
    'Die Regel der Zielgruppe {code} passt nicht mehr zu den Feldern der Institution. Korrigieren Sie die Zielgruppe, und fordern Sie die Vorlage noch einmal an.',
  'template-field-gone': 'Das Feld {code} ist nicht mehr aktiv. Wählen Sie die Felder der Vorlage neu.',
  'template-no-fields':
    'Es gibt nichts zu bearbeiten: Die Institution hat {type, select, authorisations {keine aktive Einwilligung} other {kein aktives Kriterium}}.',
};
