import type { Translated } from '../../../spoken.js';
import type { templateDetails as english } from '../../en/console/template-details.js';

export const templateDetails: Translated<typeof english> = {
  notThere: 'Questo modello non esiste',
  fields: '{n, plural, one {# campo scelto} other {# campi scelti}}',
  unzip: 'Decomprima il file e apra ciò che contiene nel Suo foglio di calcolo.',
  open: 'Apra il file nel Suo foglio di calcolo.',
  goOn: 'Compili le celle [new] che vuole cambiare. Poi lo ricarichi con «Nuova».',
  asItIs:
    'Lo salvi come cartella di lavoro (.xlsx), così com’è. Le celle [old] sono bloccate; ciò che si può scrivere si trova negli altri fogli.',
  asText:
    'Lo apra con tutte le colonne come testo: altrimenti un foglio di calcolo toglie gli zeri all’inizio dei numeri di contatto e riscrive le date.',
};
