import type { Translated } from '../../../spoken.js';
import type { targets as english } from '../../en/console/targets.js';

export const targets: Translated<typeof english> = {
  lead: 'Ricerche salvate sui contatti. Un target viene valutato ogni volta che è usato.',
  create: 'Nuovo target',
  filter: 'Filtra per nome o codice',
  emptyTitle: 'Ancora nessun target',
  emptyHint: 'Ne crei uno: dice quali contatti contiene un modello di importazione.',
  holdsAll: 'Tutti i contatti',
  holdsNone: 'Nessun contatto',
  holds: 'Contatti per i quali {sentence}',
  holdsAllBut: 'Tutti i contatti, tranne quelli per i quali {sentence}',
  holdsBut: 'Contatti per i quali {sentence}, tranne quelli per i quali {not}',
  changed: 'ultima modifica: {when}',
  editLead:
    'Il numero e il campione seguono le Sue scelte. Un modello in preparazione mantiene la regola con cui è iniziato.',
  codeHint: 'Fa parte dei nomi dei suoi file: lettere, cifre, - e _',
  rule: 'Regola',
  incomplete: 'Una condizione non ha ancora un valore.',
  sample: 'Contatti di questo target',
  firstOf: 'I primi {n, number}:',
  deleteTitle: 'Eliminare il target {name}?',
  deleteText: 'Nessun contatto cambia. I modelli che ne sono stati creati restano.',
};
