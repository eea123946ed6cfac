import type { Translated } from '../../../spoken.js';
import type { spreadsheet as english } from '../../en/console/spreadsheet.js';

export const spreadsheet: Translated<typeof english> = {
  title: 'Che cosa ha cambiato il foglio di calcolo',
  tooLarge: 'Il modello ha troppe righe perché il file possa essere confrontato con esso.',
  missing: '{n, plural, one {# riga del modello non è nel file.} other {# righe del modello non sono nel file.}}',
  added:
    '{n, plural, one {# riga riguarda un contatto che il modello non ha.} other {# righe riguardano contatti che il modello non ha.}}',
  furtherColumns: '{n, plural, one {Un’altra colonna è diversa.} other {Altre # colonne sono diverse.}}',
  cells: '{n, plural, one {# cella non è più quella del modello.} other {# celle non sono più quelle del modello.}}',
  example: 'Per esempio {n, plural, one {riga} other {righe}} {which}.',
  readAlike: 'Vengono comunque lette come gli stessi valori.',
  hint: 'Scriva solo nelle colonne [new]. In una cartella di lavoro (.xlsx) un foglio di calcolo non cambia da solo nessuna delle altre. Il file viene confrontato con il suo modello: non si può vedere se solo le celle [new] sono state ordinate senza il resto.',
  causes: {
    zerosLost: 'Sono andati persi degli zeri all’inizio.',
    dateRewritten: 'Sono diventate date, o le date sono state scritte in un’altra forma.',
    truthValueRewritten: 'TRUE e FALSE sono stati scritti in un altro modo.',
    numberShortened: 'Sono andate perse cifre di numeri.',
    numberRewritten: 'I numeri sono stati scritti in un altro modo.',
    textCorrected: 'I testi sono stati corretti da un programma.',
    errorValue: 'Mostrano un errore del foglio di calcolo.',
    cleared: 'Sono state svuotate.',
    shifted: 'Sono state spostate dalla colonna accanto.',
    sortedApart: 'Appartengono ad altre righe: la colonna è stata ordinata senza le altre.',
    changed: 'Contengono altri valori.',
  },
};
