import type { Translated } from '../../../spoken.js';
import type { people as english } from '../../en/console/people.js';

export const people: Translated<typeof english> = {
  title: 'Persone',
  lead: 'Chi accede senza chiave, e che cosa può fare.',
  noProvider:
    'Qui nessuno accede senza chiave: per questa installazione non è configurato un fornitore di identità (OIDC_ISSUER).',
  groups: 'Gruppi e ruoli',
  groupsLead:
    'Ciò che una persona può fare dipende dai suoi gruppi, come li indica {name} all’accesso: conta il ruolo più alto. Chi non ha gruppi con un ruolo non può entrare.',
  noGroups: 'Nessun gruppo ha ancora un ruolo: nessuno può entrare.',
  group: 'Gruppo',
  role: 'Ruolo',
  roleOf: 'Ruolo di {group}',
  seen: 'Persone',
  members: '{n, plural, =0 {ancora nessuno} one {# persona} other {# persone}}',
  addGroup: 'Aggiungi un gruppo',
  removeGroup: 'Rimuovi {group}',
  groupsSaved: 'I ruoli dei gruppi sono salvati e valgono da subito.',
  list: 'Chi ha eseguito l’accesso',
  nobody: 'Nessuno ha ancora eseguito l’accesso.',
  name: 'Nome',
  itsGroups: 'Gruppi',
  signIns: 'Ultimo accesso',
  sessions: 'Sessioni',
  you: 'Lei',
  refused: 'Non ammessa: nessuno dei gruppi ha un ruolo',
  moreGroups: '{n, plural, one {e # altro} other {e altri #}}',
  firstSignIn: 'Primo: {when}',
  lastSeen: 'Ultima attività: {when}',
  erased: 'Persona cancellata',
  endText:
    'Questa persona viene disconnessa ovunque in questa istituzione, e i token emessi finora non valgono più. Può accedere di nuovo finché uno dei suoi gruppi ha un ruolo: per impedirlo, modifichi i gruppi o i loro ruoli.',
  erase: 'Cancella',
  eraseOf: 'Cancella {name}',
  eraseTitle: 'Cancellare il nome e l’indirizzo di «{name}»?',
  eraseGone:
    'Scompaiono per sempre il nome e l’indirizzo, in questo elenco, dove modelli, importazioni, contatti e target dicono chi è stato, e nell’attività. Tutte le sessioni della persona qui terminano.',
  eraseStays:
    'Resta che qualcuno ha fatto ciò che è stato fatto, e quando, con un numero che non dice nulla della persona; e i file di modifiche fatti prima, finché sono conservati. Chi accede di nuovo torna nell’elenco.',
  isErased: 'Il nome e l’indirizzo sono cancellati.',
};
