import type { Translated } from '../../spoken.js';
import type { sheets as english } from '../en/sheets.js';

export const sheets: Translated<typeof english> = {
  yes: 'sì',
  no: 'no',
  neverStated: 'mai indicato',
  removes: 'rimuove il valore',
  meaning: 'Significato',
  forms: {
    LIST: 'un codice dell’elenco',
    MULTI_LIST: 'codici separati da |, per esempio A|B; sostituiscono tutti quelli presenti',
    BOOLEAN: 'TRUE o FALSE',
    AUTHORISATION: 'TRUE o FALSE',
    TEXT: 'un testo di {max, number} caratteri al massimo',
    NUMBER: 'un numero, per esempio 12,5',
    DATE: 'una data, per esempio 2026-05-31',
  },
  prompt: '{code}: {form}. Vuota non cambia nulla, Empty rimuove il valore.',
  notInList:
    'Questo non è uno dei valori ammessi. Ne scelga uno dall’elenco; il foglio Values dice che cosa significano.',
  severalCodes:
    'Un codice, o più codici separati da |, per esempio A|B. Il foglio Values dice quali esistono. Lasciare così?',
  help: {
    title: 'Come compilare questa cartella di lavoro',
    typing: {
      heading: 'Dove scrivere',
      white:
        'Scriva nelle celle bianche [new] del foglio Contacts. Una cella [new] vuota non cambia nulla: compili solo ciò che deve cambiare.',
      grey: 'Le celle grigie [old] mostrano ciò che è noto adesso. Sono bloccate, come il numero di contatto e i nomi, perché il file caricato viene confrontato con esse. Il blocco non ha password: protegge solo dalle sviste.',
      filter:
        'Può filtrare, nascondere righe e allargare colonne. Le righe nascoste vengono lette come tutte le altre.',
      texts: 'Ogni cella è un testo: gli zeri iniziali restano, e nessuna data e nessun numero viene riscritto.',
    },
    values: {
      heading: 'Che cosa può contenere una cella [new]',
      list: 'Elenco: un codice. Lo scelga dall’elenco della cella; il foglio Values dice che cosa significano i codici.',
      several:
        'Più valori di un elenco: codici separati da |, per esempio OPERA|JAZZ. Sostituiscono tutti quelli presenti. Se il foglio di calcolo chiede conferma, risponda di sì.',
      yesNo: 'Sì o no, e autorizzazioni: TRUE o FALSE.',
      others:
        'Numero: cifre, con un punto o una virgola prima dei decimali. Data: 2026-05-31 o 31/05/2026. Testo: {max, number} caratteri al massimo.',
      empty:
        'La parola Empty rimuove un valore. Per un’autorizzazione significa che non è mai stata indicata; è cosa diversa da FALSE.',
    },
    next: {
      heading: 'Come proseguire',
      upload:
        'Salvi la cartella di lavoro così com’è (.xlsx) e la carichi nella schermata Importazione, sotto Nuova. Scelga prima il controllo: non cambia nulla, e dice che cosa farebbe un aggiornamento.',
      lines:
        'Ogni riga viene esaminata per conto suo. Le righe corrette vengono applicate; le altre tornano in una cartella di lavoro che dice che cosa non va, da correggere e caricare di nuovo.',
      conflicts:
        'Ciò che qualcun altro ha modificato da quando questa cartella di lavoro è stata creata non viene sovrascritto: la riga viene rifiutata, e mostra il valore presente adesso.',
      names: 'Non rinomini né i fogli né le colonne. Le righe che non servono si possono eliminare.',
    },
  },
};
