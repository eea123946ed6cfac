import type { Translated } from '../../spoken.js';
import type { codes as english } from '../en/codes.js';

export const codes: Translated<typeof english> = {
  FILE_EMPTY: 'Il file non contiene nulla. Carichi il modello che ha compilato.',
  FILE_TOO_LARGE:
    'Il file è più grande di ciò che si può caricare. Lo divida in più file, ciascuno con la riga di intestazione, o lo metta in un .zip.',
  FILE_NOT_CSV:
    'Non è né una cartella di lavoro .xlsx né un file .csv. Lo apra nel Suo foglio di calcolo, lo salvi senza password come «Cartella di lavoro di Excel (.xlsx)», e carichi quel file.',
  ZIP_NOT_ONE_CSV: 'Il .zip deve contenere un solo file .xlsx o .csv, o tutte le parti di un modello e nient’altro.',
  ZIP_BOMB: 'Decompresso, il .zip è troppo grande. Carichi il file stesso, se serve in più parti.',
  ZIP_CORRUPT: 'Il .zip è danneggiato. Lo rifaccia, o lo scarichi di nuovo.',
  ZIP_ENCRYPTED: 'Il .zip è protetto da password. Carichi il file stesso, o un .zip senza password.',
  ENCODING_INVALID:
    'Le lettere del file non si possono leggere. Lo apra nel Suo foglio di calcolo e lo salvi come «CSV UTF-8».',
  HEADER_MISSING_COLUMN:
    'Nella prima riga manca una colonna: servono CONTACT_NUMBER e almeno una colonna da modificare. Lasci la riga del modello com’è, senza nulla sopra, e salvi il file come «CSV UTF-8».',
  HEADER_DUPLICATE: 'Una colonna sta due volte nella prima riga. Ne tenga una.',
  HEADER_UNKNOWN_FIELD:
    'Una colonna non ha nome, o non nomina alcun campo attivo della Sua istituzione. I codici sono confrontati esattamente: maiuscole e accenti contano.',
  WRONG_DATA_TYPE: 'Le colonne sono quelle di un altro tipo di dati. Scelga quel tipo, o un altro file.',
  TOO_MANY_COLUMNS:
    'Il file ha troppe colonne. Tenga quelle del modello ed elimini le celle alla loro destra, anche vuote.',
  RECORD_TOO_LARGE: 'Una riga contiene troppo testo. Vi cerchi un testo che non c’entra, e lo elimini o lo accorci.',
  QUOTE_NOT_CLOSED:
    'Una virgoletta (") apre una cella, e nessuna la chiude. La elimini, o chiuda la cella con un’altra.',
  NO_DATA_ROWS:
    'Sotto la riga di intestazione non c’è alcuna riga. Carichi il modello con le righe che vuole modificare.',
  TOO_MANY_ROWS: 'Il file ha troppe righe. Lo divida in più file, ciascuno con la riga di intestazione.',
  ENCODING_UNCERTAIN:
    'Il file non è salvato in UTF-8, e nulla dice come leggere le sue lettere: nulla è stato scritto. Scelga la lettura giusta delle parole, e il file sarà controllato di nuovo; oppure lo salvi come «CSV UTF-8».',
  WORKBOOK_DAMAGED:
    'La cartella di lavoro è danneggiata o incompleta. La apra nel Suo foglio di calcolo, la salvi di nuovo come «Cartella di lavoro di Excel (.xlsx)» e carichi quel file, o scarichi di nuovo il modello.',
  WORKBOOK_SHEET_MISSING:
    'Nessun foglio della cartella di lavoro ha una colonna CONTACT_NUMBER nella prima riga. Lasci la prima riga del modello com’è, e chiami il foglio «Contacts».',
  WORKBOOK_SHEET_AMBIGUOUS:
    'Più fogli della cartella di lavoro hanno una colonna CONTACT_NUMBER: non si sa quale si intenda. Chiami quello «Contacts», o elimini gli altri.',
  FILE_SORTED_APART:
    'Delle colonne sono state ordinate senza le altre: dei valori stanno accanto ad altri contatti, e nulla è stato applicato. Riparta dal modello, o da una copia di prima dell’ordinamento, e selezioni tutta la tabella prima di ordinare.',
  COLUMN_DAMAGED:
    'Un foglio di calcolo ha danneggiato una colonna che nessuno deve modificare; altre possono esserlo, e nulla è stato applicato. Prenda il modello come cartella di lavoro .xlsx e vi copi le Sue celle [new], o apra il .csv con tutte le colonne come testo.',
  ROW_WIDTH:
    'Queste righe non hanno tante celle quante la riga di intestazione: non si sa quale valore vada in quale colonna. Dia a ogni colonna una cella, anche vuota.',
  CONTROL_CHARACTER: 'Una cella contiene un carattere invisibile. La riscriva, e salvi il file come «CSV UTF-8».',
  CONTACT_NUMBER_MISSING:
    'Manca il numero di contatto: non si sa di chi tratti la riga. Lo riprenda dal modello, o elimini la riga.',
  CONTACT_UNKNOWN:
    'Questi contatti qui non ci sono, o non si possono più modificare. Controlli i numeri: gli zeri iniziali contano, e i fogli di calcolo tendono a toglierli. Un nuovo contatto ha bisogno di LAST_NAME o COMPANY.',
  CONTACT_DUPLICATE_ROW:
    'Lo stesso contatto sta su più righe, e nessuna di esse è applicata. Ne tenga una, o corregga il numero dell’altra.',
  EMAIL_MISMATCH:
    'L’indirizzo e-mail non è quello del contatto. Se molte righe lo dicono, una colonna è stata ordinata senza le altre: riparta dal modello. Se è cambiato solo l’indirizzo, svuoti la cella EMAIL.',
  CODE_UNKNOWN:
    'Il campo non ha questo codice. I codici sono confrontati esattamente: maiuscole e accenti contano. Veda «Consulta i valori dei criteri».',
  CODE_INACTIVE: 'Questo codice non è più usato e non può essere dato. Ne scelga uno attivo.',
  MULTIPLE_NOT_ALLOWED: 'Sono scritti più codici, ma il campo ne accetta uno solo. Ne tenga uno.',
  VALUE_LIST_SYNTAX:
    'L’elenco dei codici non si può leggere. Metta un | tra due codici, o scriva Empty da solo per toglierli tutti.',
  BOOLEAN_INVALID:
    'Non è né TRUE né FALSE. Scriva TRUE o FALSE, Empty per togliere il valore, o lasci vuota la cella per non cambiare nulla.',
  NUMBER_INVALID:
    'Non è un numero. Scriva cifre, con segno e virgola decimale se serve, senza separatore delle migliaia né unità.',
  DATE_INVALID: 'Non è un giorno del calendario. Scriva per esempio 2025-03-31, 31.03.2025 o 31/03/2025.',
  TEXT_TOO_LONG: 'Il testo è troppo lungo. Lo accorci.',
  EMAIL_INVALID:
    'Non è un indirizzo e-mail, o ce n’è più d’uno. Ne scriva uno solo, come marie@example.org, o svuoti la cella per non cambiare nulla.',
  VALUE_DAMAGED:
    'Un foglio di calcolo ha danneggiato il valore: non è ciò che qualcuno ha scritto. Lo riscriva, in un file aperto con tutte le colonne come testo.',
  CELL_ERROR_VALUE:
    'Queste celle mostrano un errore del foglio di calcolo al posto di un valore. Scriva il valore, o svuoti la cella per non cambiare nulla.',
  FORMULA_WITHOUT_VALUE:
    'Queste celle sono formule di cui il file non contiene il risultato. Apra la cartella di lavoro nel Suo foglio di calcolo e la salvi di nuovo, o scriva i valori.',
  DATE_WITH_TIME: 'Queste celle contengono un’ora. Scriva solo la data, per esempio 2025-03-31.',
  CONFLICT:
    'Il valore è cambiato da quando il file è stato fatto. Per tenere quello di oggi, svuoti la cella [new]. Per imporre comunque il Suo, carichi di nuovo la riga dal file delle righe rifiutate.',
  CONFLICT_REFUSAL:
    'Il contatto ha rifiutato: il valore oggi è FALSE. Né un file che non lo sa né un annullamento toglie un rifiuto. Nel file delle righe rifiutate la cella [new] è vuota: la lasci così per mantenere il rifiuto, o riscriva il valore. Solo un amministratore può superare i rifiuti, con un’opzione.',
  FIELD_INACTIVE:
    'Il campo non è più attivo. Finché nessuna delle sue celle [new] è piena, le sue colonne sono ignorate.',
  OLD_COLUMN_MISSING:
    'Manca una colonna [old]: non si vede se qualcun altro ha modificato il campo nel frattempo. Senza, le celle sono applicate qualunque sia il valore di oggi; solo un rifiuto resta.',
  OLD_UNREADABLE:
    'La cella [old] è vuota o è stata modificata, e non si può leggere. Lasci le celle [old] come sono nel modello.',
  ENCODING_DETECTED:
    'Il file non è salvato in UTF-8. I nomi che contiene mostrano come leggerlo; controlli le lettere accentate.',
  ENCODING_ASSUMED:
    'Il file non è salvato in UTF-8 ed è stato letto come Windows-1252. Controlli le lettere accentate, o lo salvi come «CSV UTF-8».',
  SAME_FILE_AGAIN:
    'Lo stesso file è già stato usato per un aggiornamento. Le righe applicate allora sono invariate, a meno che qualcuno non le abbia modificate nel frattempo.',
  LEADING_ZEROS_LOST:
    'Il numero sembra aver perso i suoi zeri iniziali in un foglio di calcolo. Lo scriva con i suoi zeri, o riparta dal modello.',
  FORMULA_READ:
    'Queste celle sono formule. Si legge il risultato che avevano quando il file è stato salvato; se non è ciò che intende, le incolli come valori.',
  ROWS_HIDDEN:
    'Delle righe del foglio sono nascoste, da un filtro o a mano. Contano come le altre; elimini quelle che non devono essere importate.',
  CELLS_MERGED:
    'Delle celle del foglio sono unite: ciò che vi sta vale per la prima, e le altre sono vuote. Le separi.',
};
