import type { Translated } from '../../spoken.js';
import type { activities as english } from '../en/activities.js';

export const activities: Translated<typeof english> = {
  'activity-not-written':
    'Ciò che deve avvenire viene prima annotato, e al momento non è possibile. Non è stato fatto nulla. Riprovi tra qualche secondo.',
  'activity-signed-in':
    '{who} ha aperto una sessione {by, select, key {con una chiave API} link {con un link di accesso} other {tramite il fornitore di identità}}.',
  'activity-sign-in-refused': '{who} ha provato ad accedere senza riuscirci: nessuno dei suoi gruppi ha un ruolo qui.',
  'activity-signed-out': '{who} ha chiuso la sessione.',
  'activity-institution-chosen': '{who} ha continuato in questa istituzione.',
  'activity-sessions-ended': '{who} ha terminato tutte le sessioni di {whose}.',
  'activity-session-over':
    'La sessione di {who} è terminata: {why, select, role {nessuno dei suoi gruppi ha più un ruolo qui} other {il fornitore di identità non la confermava più}}.',
  'activity-person-erased': '{who} ha cancellato il nome e l’indirizzo della persona {person}.',
  'activity-key-made': '{who} ha creato la chiave API {key} con il ruolo {role}.',
  'activity-key-rotated': '{who} ha sostituito la chiave API {key} con una nuova.',
  'activity-key-revoked':
    '{who} ha revocato la chiave API {key}{made, plural, =0 {} one { e # creata con essa} other { e # create con essa}}.',
  'activity-institution-changed': '{who} ha modificato le impostazioni dell’istituzione.',
  'activity-definition-saved':
    '{who} ha salvato {type, select, authorisation {l’autorizzazione} other {il criterio}} {code}.',
  'activity-target-saved': '{who} ha salvato il target {target}.',
  'activity-target-deleted': '{who} ha eliminato il target {target}.',
  'activity-template-downloaded': '{who} ha scaricato il modello del target {target}.',
  'activity-rejected-lines-downloaded': '{who} ha scaricato le righe rifiutate dell’importazione {file}.',
  'activity-changes-downloaded': '{who} ha scaricato le modifiche dell’importazione {file}.',
  'activity-activities-downloaded': '{who} ha scaricato l’elenco delle attività.',
  'activity-template-requested': '{who} ha chiesto un modello del target {target}.',
  'activity-import-requested':
    '{who} ha caricato {file} per {action, select, check {un controllo} other {un aggiornamento}}.',
  'activity-import-checked-again': '{who} ha chiesto un nuovo controllo di {file}.',
  'activity-import-started-from-check': '{who} ha avviato l’aggiornamento a partire dal controllo di {file}.',
  'activity-import-cancelled': '{who} ha chiesto di interrompere l’importazione {file}.',
  'activity-import-undone': '{who} ha chiesto l’annullamento di un’importazione, con il numero {import}.',
  'activity-update-ended':
    'L’aggiornamento di {who} {state, select, cancelled {è stato interrotto} other {è terminato}} ({file}): {applied, plural, one {# riga applicata} other {# righe applicate}}, {rejected, plural, one {# riga rifiutata} other {# righe rifiutate}}.',
  'activity-undo-ended':
    'L’annullamento di {who} {state, select, cancelled {è terminato prima del previsto} other {è terminato}}: {applied, plural, one {# riga applicata} other {# righe applicate}}, {rejected, plural, one {# riga rifiutata} other {# righe rifiutate}}.',
  'activity-check-ended':
    'Il controllo di {who} {state, select, cancelled {è stato interrotto} other {è terminato}} ({file}): {applied, plural, one {# riga sarebbe applicata} other {# righe sarebbero applicate}}, {rejected, plural, one {# riga rifiutata} other {# righe rifiutate}}.',
  'activity-import-failed':
    '{kind, select, check {Il controllo} undo {L’annullamento} other {L’aggiornamento}} di {who} {state, select, rejected {non è stato accettato} other {non è riuscito}} ({file}): {code}.',
  'activity-dead-letters-replayed':
    'La gestione ha inviato di nuovo un messaggio che non si era potuto elaborare ({message}).',
  'activity-import-replayed':
    'La gestione ha chiesto di nuovo l’importazione {file}, dopo il ripristino della banca dati.',
  'activity-refused': 'È stato rifiutato ({code}), e non è stato fatto nulla.',
  'activity-uncertain': 'La risposta era un errore ({code}); non è certo che sia stato fatto.',
};
