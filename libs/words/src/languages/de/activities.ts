import type { Translated } from '../../spoken.js';
import type { activities as english } from '../en/activities.js';

export const activities: Translated<typeof english> = {
  'activity-not-written':
    'Was geschehen soll, wird zuerst festgehalten, und das ist zurzeit nicht möglich. Es wurde nichts getan. Bitte versuchen Sie es in ein paar Sekunden noch einmal.',
  'activity-signed-in':
    '{who} hat sich {by, select, key {mit einem API-Schlüssel} link {über einen Anmeldelink} other {über den Anmeldedienst}} angemeldet.',
  'activity-sign-in-refused':
    '{who} wollte sich anmelden und wurde nicht eingelassen: Keine der Gruppen hat hier eine Rolle.',
  'activity-signed-out': '{who} hat sich abgemeldet.',
  'activity-institution-chosen': '{who} hat in dieser Institution weitergearbeitet.',
  'activity-sessions-ended': '{who} hat alle Sitzungen von {whose} beendet.',
  'activity-session-over':
    'Die Sitzung von {who} ist beendet: {why, select, role {Keine der Gruppen hat hier noch eine Rolle} other {Der Anmeldedienst hat sie nicht mehr bestätigt}}.',
  'activity-person-erased': '{who} hat Namen und Adresse der Person {person} gelöscht.',
  'activity-key-made': '{who} hat den API-Schlüssel {key} mit der Rolle {role} erstellt.',
  'activity-key-rotated': '{who} hat den API-Schlüssel {key} durch einen neuen ersetzt.',
  'activity-key-revoked':
    '{who} hat den API-Schlüssel {key} widerrufen{made, plural, =0 {} one { und # weiteren, der mit ihm erstellt wurde} other { und # weitere, die mit ihm erstellt wurden}}.',
  'activity-institution-changed': '{who} hat die Einstellungen der Institution geändert.',
  'activity-definition-saved':
    '{who} hat {type, select, authorisation {die Einwilligung} other {das Kriterium}} {code} gespeichert.',
  'activity-target-saved': '{who} hat die Zielgruppe {target} gespeichert.',
  'activity-target-deleted': '{who} hat die Zielgruppe {target} gelöscht.',
  'activity-template-downloaded': '{who} hat die Vorlage der Zielgruppe {target} heruntergeladen.',
  'activity-rejected-lines-downloaded': '{who} hat die abgelehnten Zeilen des Imports {file} heruntergeladen.',
  'activity-changes-downloaded': '{who} hat die Änderungen des Imports {file} heruntergeladen.',
  'activity-activities-downloaded': '{who} hat die Liste der Aktivitäten heruntergeladen.',
  'activity-template-requested': '{who} hat eine Vorlage der Zielgruppe {target} angefordert.',
  'activity-import-requested':
    '{who} hat {file} für {action, select, check {eine Prüfung} other {eine Aktualisierung}} hochgeladen.',
  'activity-import-checked-again': '{who} hat eine neue Prüfung von {file} angefordert.',
  'activity-import-started-from-check': '{who} hat die Aktualisierung aus der Prüfung von {file} gestartet.',
  'activity-import-cancelled': '{who} wollte den Import {file} abbrechen.',
  'activity-import-undone': '{who} hat die Rücknahme eines Imports angefordert, mit der Nummer {import}.',
  'activity-update-ended':
    'Die Aktualisierung von {who} {state, select, cancelled {wurde abgebrochen} other {ist beendet}} ({file}): {applied, plural, one {# Zeile angewandt} other {# Zeilen angewandt}}, {rejected, plural, one {# Zeile abgelehnt} other {# Zeilen abgelehnt}}.',
  'activity-undo-ended':
    'Die Rücknahme von {who} {state, select, cancelled {endete vorzeitig} other {ist beendet}}: {applied, plural, one {# Zeile angewandt} other {# Zeilen angewandt}}, {rejected, plural, one {# Zeile abgelehnt} other {# Zeilen abgelehnt}}.',
  'activity-check-ended':
    'Die Prüfung von {who} {state, select, cancelled {wurde abgebrochen} other {ist beendet}} ({file}): {applied, plural, one {# Zeile würde angewandt} other {# Zeilen würden angewandt}}, {rejected, plural, one {# Zeile abgelehnt} other {# Zeilen abgelehnt}}.',
  'activity-import-failed':
    '{kind, select, check {Die Prüfung} undo {Die Rücknahme} other {Die Aktualisierung}} von {who} {state, select, rejected {wurde abgewiesen} other {ist gescheitert}} ({file}): {code}.',
  'activity-dead-letters-replayed':
    'Der Betrieb hat eine Nachricht noch einmal gesendet, die nicht verarbeitet werden konnte ({message}).',
  'activity-import-replayed':
    'Der Betrieb hat den Import {file} noch einmal angestoßen, nachdem die Datenbank wiederhergestellt worden war.',
  'activity-refused': 'Das wurde abgewiesen ({code}), und nichts wurde getan.',
  'activity-uncertain': 'Die Antwort war ein Fehler ({code}); ob es getan wurde, ist nicht sicher.',
};
