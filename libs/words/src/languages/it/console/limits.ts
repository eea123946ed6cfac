import type { Translated } from '../../../spoken.js';
import type { limits as english } from '../../en/console/limits.js';

export const limits: Translated<typeof english> = {
  title: 'Limiti',
  lead: 'Questo è quanto si può chiedere, perché nessuno blocchi gli altri; il lavoro ordinario ne resta ben al di sotto. A chi chiede di più viene detto quando riprovare. Dove sono in funzione più gateway, ognuno conta per sé.',
  requestsPerMinute: 'Richieste al minuto, per una chiave',
  listPagesPerMinute: 'Pagine di contatti e pagine successive di liste al minuto, per una chiave',
  heavyReadsAtOnce: 'Anteprime e ricerche nello stesso momento, per l’istituzione',
  heavyRead: 'Durata massima di una di esse',
  uploadsAtOnce: 'Caricamenti nello stesso momento, per l’istituzione',
  uploadBytesPerHour: 'Caricato all’ora, per l’istituzione',
  uploadMaxBytes: 'File più grande',
  eventStreamsPerKey: 'Finestre aggiornate in diretta nello stesso momento, per una chiave',
  eventStreamsAtOnce: 'Finestre aggiornate in diretta nello stesso momento, per tutti',
  templateMailsPerRecipient: 'E-mail sui modelli all’ora, a un indirizzo',
  templateMailsPerInstitution: 'E-mail sui modelli all’ora, per l’istituzione',
  signInFailuresPerHour: 'Accessi con una chiave sbagliata all’ora, da un indirizzo',
  signInsPerHour: 'Accessi con il fornitore di identità all’ora, da un indirizzo',
};
