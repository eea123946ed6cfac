import type { Translated } from '../../../spoken.js';
import type { product as english } from '../../en/console/product.js';

export const product: Translated<typeof english> = {
  lines: '{n, plural, one {# riga} other {# righe}}',
  contacts: '{n, plural, one {# contatto} other {# contatti}}',
  roles: { viewer: 'lettore', editor: 'redattore', operator: 'operatore', admin: 'amministratore' },
  roleMeans: {
    viewer: 'vede tutto, non cambia nulla',
    editor: 'inoltre target, modelli e controlli',
    operator: 'inoltre aggiornamenti, annullamenti e sovrascrittura di valori più recenti',
    admin: 'inoltre definizioni, impostazioni, chiavi e sovrascrittura dei rifiuti',
  },
  dataTypes: { criteria: 'Criteri dei contatti', authorisations: 'Autorizzazioni', contacts: 'Contatti' },
  dataTypeHints: {
    criteria: 'Un modello con colonne [old] e [new] di criteri',
    authorisations: 'Un modello con colonne [old] e [new] di autorizzazioni',
    contacts: 'Nuovi contatti, o i loro nomi e indirizzi',
  },
  kinds: {
    LIST: 'Un valore di una lista',
    MULTI_LIST: 'Più valori di una lista',
    BOOLEAN: 'Vero o falso',
    TEXT: 'Testo',
    NUMBER: 'Numero',
    DATE: 'Data',
    AUTHORISATION: 'Autorizzazione',
  },
  values: { true: 'Vero', false: 'Falso', empty: 'Vuoto', none: 'Nessun valore' },
};
