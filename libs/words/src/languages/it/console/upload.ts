import type { Translated } from '../../../spoken.js';
import type { upload as english } from '../../en/console/upload.js';

export const upload: Translated<typeof english> = {
  title: 'Nuova importazione',
  lead: 'Ricarichi un modello compilato, o un file di contatti.',
  file: 'File',
  drop: 'Trascini qui un .xlsx, .csv o .zip, o ne scelga uno',
  choose: 'Scegli un file',
  chooseOther: 'Scegli un altro file',
  limit: 'Fino a {size}',
  dataType: 'Tipo di dati',
  action: 'Azione',
  actions: { check: 'Controlla la qualità del file', update: 'Aggiorna i dati in blocco' },
  actionHints: {
    check: 'Mostra che cosa cambierebbe e che cosa non va. Non viene scritto nulla.',
    update: 'Applica ogni riga valida. Le altre vengono rifiutate e spiegate.',
  },
  conflicts: 'Se un valore è cambiato da quando il file è stato creato',
  onConflict: { reject: 'Rifiuta la riga (consigliato)', overwrite: 'Sovrascrivi il valore più recente' },
  overwriteRefusals: 'Sovrascrivi anche i rifiuti',
  overwriteRefusalsHint:
    'Un’autorizzazione che ora è Falso può tornare Vero o Vuoto. Solo se queste persone hanno dato il consenso.',
  email: 'E-mail',
  emailHint: 'Una sola e-mail alla fine, con i numeri.',
  start: { check: 'Controlla il file', update: 'Aggiorna i dati' },
  sending: 'Caricamento del file',
  stop: 'Interrompi il caricamento',
  stopped: 'Il caricamento è stato interrotto. Non è stato conservato nulla.',
  found: {
    columns: '{n, plural, one {# colonna} other {# colonne}} da importare',
    dataType: 'Sembra essere: {name}.',
    sheet: 'Viene letto il foglio «{name}»:',
    sheets: 'Di ognuna delle {workbooks, number} cartelle di lavoro viene letto un foglio, della prima «{name}»:',
    rows: '{n, plural, one {# riga} other {# righe}} sotto l’intestazione.',
    rowsAbout: 'circa {n, plural, one {# riga} other {# righe}} sotto l’intestazione.',
    counting: 'conteggio delle righe…',
    rowsUnknown: 'quante righe ha si vedrà con il controllo.',
  },
  doubtful: {
    XLS: 'Questa è una vecchia cartella di lavoro di Excel (.xls), che non può essere letta. La salvi come «Cartella di lavoro di Excel (.xlsx)» e scelga quel file.',
    ENCRYPTED:
      'Questa cartella di lavoro è protetta da una password e non può essere letta. La salvi senza password come «Cartella di lavoro di Excel (.xlsx)» e scelga quel file.',
    XLSB: 'Questa è una cartella di lavoro binaria di Excel (.xlsb), che non può essere letta. La salvi come «Cartella di lavoro di Excel (.xlsx)» e scelga quel file.',
    ODS: 'Questo è un documento di LibreOffice (.ods), che non può essere letto. Lo salvi come «Excel 2007–365 (.xlsx)» e scelga quel file.',
    NUMBERS:
      'Questo è un documento di Apple Numbers, che non può essere letto. In Numbers scelga «Archivio», «Esporta in», «Excel», e poi scelga quel .xlsx.',
    SPREADSHEET_IN_ZIP:
      'Questo .zip contiene un tipo di documento che non può essere letto. Lo salvi come «Cartella di lavoro di Excel (.xlsx)» e scelga quel file.',
    WORKBOOK_UNREADABLE:
      'Non è possibile guardare in questa cartella di lavoro: sembra danneggiata. La apra nel Suo foglio di calcolo, la salvi di nuovo come «Cartella di lavoro di Excel (.xlsx)» e scelga quel file.',
    NO_SHEET:
      'Questa cartella di lavoro non ha fogli con celle. Scelga la cartella di lavoro che ha compilato, con il suo foglio «Contacts».',
    SEVERAL_SHEETS:
      'Più fogli di questa cartella di lavoro hanno una colonna CONTACT_NUMBER, quindi non si può dire quale sia quello giusto. Lo chiami «Contacts», o elimini gli altri.',
    NO_CONTACT_NUMBER:
      'La prima riga del foglio non ha una colonna CONTACT_NUMBER. Lasci la prima riga del modello com’era.',
    NO_NEW_COLUMN: 'La prima riga del foglio non ha una colonna [new]. Lasci la prima riga del modello com’era.',
  },
  sendAllTheSame: 'Se pensa che sia giusto, lo carichi comunque: il controllo guarda più da vicino.',
  wrong: {
    FILE_EMPTY: 'Questo file è vuoto.',
    ZIP_WITHOUT_CSV: 'Questo .zip non contiene né un file .xlsx né un file .csv.',
    NOT_CSV: 'Questo non è né un .xlsx, né un .csv, né un .zip.',
    tooLarge: 'Questo file supera i {limit} consentiti.',
    NO_CONTACT_NUMBER:
      'La prima riga non ha una colonna CONTACT_NUMBER. Lasci la riga di intestazione del modello com’era.',
    NO_NEW_COLUMN: 'La prima riga non ha una colonna [new]. Lasci la riga di intestazione del modello com’era.',
    otherDataType: 'Le colonne sono quelle di «{is}», ma è scelto «{chosen}».',
    UNREADABLE: 'Questo file non può essere letto. Forse è stato spostato o è aperto in un altro programma.',
  },
};
