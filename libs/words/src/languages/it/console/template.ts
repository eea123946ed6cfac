import type { Translated } from '../../../spoken.js';
import type { template as english } from '../../en/console/template.js';

export const template: Translated<typeof english> = {
  title: 'Scarica un modello di importazione',
  lead: 'I contatti di un target in una tabella: una riga per contatto, con una colonna [old] e una colonna [new] per ogni campo.',
  dataType: 'Tipo di dati',
  target: 'Target',
  targetHint: 'Digiti per cercare per nome o codice',
  noTargets: 'Non c’è ancora nessun target. Ne crei prima uno: dice quali contatti contiene il file.',
  createTarget: 'Crea un target',
  holdsNow: 'Contiene {n, plural, one {# contatto} other {# contatti}} in questo momento.',
  holdsNone: 'Non contiene contatti in questo momento: il modello sarebbe vuoto.',
  counting: 'Conteggio…',
  email: 'E-mail',
  emailLinkHint:
    'Quando il file è pronto, a questo indirizzo arriva un link. Il file stesso va solo ai domini elencati nelle Impostazioni: non ce n’è nessuno.',
  emailHint:
    'Quando è pronto, a questo indirizzo arriva il file, o un link. Si trova sempre anche nella pagina Importazione.',
  preview: 'Come sarà il file',
  previewLines: '{n, plural, one {# riga} other {# righe}}, in ordine di numero di contatto',
  format: 'Forma del file',
  formats: { xlsx: 'Cartella di lavoro (.xlsx)', csv: 'CSV' },
  formatHints: {
    xlsx: 'Si apre con un doppio clic. Tutte le celle sono testo, così nessun foglio di calcolo le riscrive, e i codici si scelgono da liste.',
    csv: 'Per programmi, o per un foglio di calcolo che lo apre con tutte le colonne come testo. Arriva in un .zip.',
  },
  fields: {
    label: 'Campi',
    chosenAll: 'tutti ({all, number}): {columns, plural, one {# colonna} other {# colonne}} nel file',
    chosen: '{n, number} di {all, number}: {columns, plural, one {# colonna} other {# colonne}} nel file',
    none: 'Nessuno è scelto: ne scelga almeno uno.',
    search: 'Cerca per codice o nome',
    showAll: 'Tutti',
    showNone: 'Nessuno',
    hint: 'Il file li mostra in quest’ordine. Ne sposti uno con i suoi pulsanti, o lo trascini.',
    up: 'Sposta {name} in su',
    down: 'Sposta {name} in giù',
    moved: '{name}: {place, number} di {of, number}',
  },
  untouched: 'Lasci vuota una cella [new] e non cambia nulla; scriva Empty per togliere un valore.',
  button: 'Prepara il file',
};
