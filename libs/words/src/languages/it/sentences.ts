import type { Translated } from '../../spoken.js';
import type { sentences as english } from '../en/sentences.js';

export const sentences: Translated<typeof english> = {
  error: '{code}: {words}',
  'error-in-column': '{code} in {column}: {words}',
  'did-you-mean': 'Intendeva {meant}?',
  'open-as-text':
    'Per evitarlo, apra il file con tutte le colonne come testo (in Excel con «Dati › Da testo/CSV» senza rilevamento del tipo di dati, in LibreOffice con il tipo di colonna «Testo» nella finestra di importazione), e dia il formato testo alle celle [new] prima di scrivere.',
  'move-cells-back':
    'Confronti la riga con il modello e rimetta le sue celle sotto le loro colonne; svuoti le celle invece di eliminarle o inserirle.',
  'boolean-neither': '«{value}» non è né TRUE né FALSE, e {field} non accetta altro.',
  'boolean-how': 'Scriva TRUE o FALSE, Empty per togliere il valore, o lasci vuota la cella per non cambiare nulla.',
  'code-unknown': '«{value}» non è un codice di valore di {field}.',
  'code-without-zeros': 'Un foglio di calcolo l’ha preso per un numero e ha tolto gli zeri iniziali.',
  'code-inactive': '«{value}» è un valore di {field} che non è più in uso: non può essere dato.',
  'meant-empty': 'Intendeva Empty? Scritto così, toglie il valore.',
  'codes-exact': 'I codici sono confrontati esattamente: maiuscole e accenti contano.',
  'look-alike': 'Si assomigliano, ma il carattere {position, number} è un altro: {found} al posto di {wanted}.',
  'codes-none': '{field} non ha alcun valore attivo.',
  'codes-allowed': 'Ammessi: {codes}.',
  'codes-allowed-first': 'Ammessi: {codes} e altri {more, number} (vedi «Consulta i valori dei criteri»).',
  'codes-several': '«{value}» nomina più codici, e {field} ne accetta uno solo.',
  'codes-one': 'Scriva un solo codice.',
  'codes-syntax': '«{value}» non è un elenco di codici per {field}: accanto a un | ne manca uno.',
  'codes-join': 'Separi i codici con un solo |, o scriva Empty per toglierli tutti.',
  'codes-join-meant': 'Separi i codici con |: intendeva {meant}?',
  'empty-alone': 'Per togliere tutti i codici, scriva Empty da solo, senza |.',
  'country-letters': 'Scriva il paese con due lettere, come FR, DE o CH (ISO 3166).',
  'never-removed': '{column} non può essere tolto: ogni contatto ne ha uno.',
  'never-removed-how': 'Scriva {first} o {second}, o lasci vuota la cella per non cambiare nulla.',
  'email-several':
    '«{value}» contiene {count, plural, one {# indirizzo e-mail} other {# indirizzi e-mail}}, e {column} ne accetta uno solo.',
  'email-none': '«{value}» non è un indirizzo e-mail.',
  'email-keep-one': 'Tenga quello di questo contatto ed elimini gli altri.',
  'email-how': 'Scriva un solo indirizzo, come marie@example.org, o svuoti la cella per non cambiare nulla.',
  'date-unreal': '«{value}» non è un giorno del calendario, e {field} vuole una data vera.',
  'date-unreadable': '«{value}» non è una data che {field} possa leggere.',
  'date-how': 'Scriva anno, mese, giorno come 2025-03-31, oppure giorno, mese, anno come 31.03.2025 o 31/03/2025.',
  'number-none': '«{value}» non è un numero che {field} possa contenere.',
  'number-how':
    'Scriva solo cifre, al massimo {digits, number}, con segno e punto o virgola decimale dove serve, come -12.5: niente separatori delle migliaia, niente unità, niente esponente.',
  'text-too-long':
    '«{value}» ha {length, plural, one {# carattere} other {# caratteri}}, e {field} ne contiene al massimo {most, number}.',
  'text-shorten': 'Accorci il testo di {count, plural, one {# carattere} other {# caratteri}}.',
  'value-damaged': '«{value}» è ciò che un foglio di calcolo ha lasciato di un valore, e {field} non può averlo.',
  'type-again': 'Riscriva il valore, o svuoti la cella per non cambiare nulla.',
  'zeros-maybe-lost': 'Possono mancare anche degli zeri iniziali.',
  'number-from-template': 'Riprenda il numero dal modello.',
  'damage-narrow': 'La colonna era troppo stretta per mostrare il valore quando il file è stato salvato.',
  'damage-formula': 'Il foglio di calcolo ha preso la cella per una formula e non ha potuto calcolarla.',
  'damage-rounded':
    'Un foglio di calcolo ha preso un numero lungo per una quantità e l’ha accorciato: le cifre che mancano sono perse.',
  'damage-like-date': 'Sembra una data: i fogli di calcolo fanno date di testi come 1-2, 3.4 o MAR1.',
  'damage-decimals': 'Un programma ha preso il numero per una quantità e ha aggiunto dei decimali.',
  'damage-day-count':
    'È come un foglio di calcolo conta i giorni, e ciò che mostra quando una data perde il suo formato.',
  'damage-month-first': 'Il mese sembra stare prima del giorno, come scrive un foglio di calcolo americano.',
  'damage-time-added': 'Il foglio di calcolo ha aggiunto un’ora.',
  'damage-date-shortened':
    'Un foglio di calcolo sembra averla accorciata: giorno e mese hanno due cifre, l’anno ne ha quattro.',
  'damage-truth-number': 'È come un foglio di calcolo mostra un valore logico in una cella con formato numero.',
  'damage-truth-language': 'Così scrive i valori logici un foglio di calcolo in un’altra lingua.',
  'row-width':
    'La riga ha {found, plural, one {# cella} other {# celle}} e la riga di intestazione ne ha {expected, number}: non è certo che cosa stia in quale colonna.',
  'row-short':
    'Dia alla riga una cella per ogni colonna, anche vuota. Un a capo in un testo richiede le virgolette intorno alla cella.',
  'row-long':
    'Elimini ciò che è di troppo, o rimetta a posto le celle spostate: nel file delle righe rifiutate stanno dietro [errors]. Un testo con una virgola o un punto e virgola richiede le virgolette, come "Dupont, Marie".',
  'beyond-header':
    'La cella {cell}, a destra dell’ultima colonna con un nome, è piena: non è certo se le celle di questa riga siano state spostate.',
  'beyond-header-how': 'Svuoti quella cella, o rimetta le celle della riga sotto le loro colonne.',
  'control-character':
    'La cella contiene un carattere invisibile che non è di alcun testo, mostrato qui come �: il file è stato danneggiato, o salvato in un’altra codifica.',
  'control-character-how': 'Riscriva la cella e salvi il file come «CSV UTF-8».',
  'number-missing': 'La riga non ha numero di contatto: non si sa di quale contatto si tratti.',
  'number-missing-how':
    'Riprenda il numero dal modello, o elimini la riga. Se le altre celle sono nelle colonne sbagliate, sono state spostate: le rimetta a posto.',
  'duplicate-row':
    'Il contatto «{value}» è anche {count, plural, one {alla riga} other {alle righe}} {rows}{more, select, yes { e ad altre} other {}}; non è certo quale riga valga, e nessuna è applicata.',
  'duplicate-row-of-part':
    'Il contatto «{value}» è anche {count, plural, one {alla riga} other {alle righe}} {rows} della parte {part, number}{more, select, yes { e ad altre} other {}}; non è certo quale riga valga, e nessuna è applicata.',
  'duplicate-row-of-parts':
    'Il contatto «{value}» è anche alle righe {rows} (parte:riga){more, select, yes { e ad altre} other {}}; non è certo quale riga valga, e nessuna è applicata.',
  'duplicate-row-how': 'Tenga una riga per ogni contatto, o corregga il numero della riga che riguarda qualcun altro.',
  'value-of-beside': 'È un valore di {field}, il campo accanto: le celle di questa riga sembrano spostate.',
  'old-blank':
    'La cella [old] è vuota, dove un modello dice TRUE, FALSE o Empty: è considerata diversa dal valore di oggi.',
  'old-unreadable':
    'La cella [old] contiene «{value}»: è stata modificata e non può essere letta; è considerata diversa dal valore di oggi.',
  'old-unreadable-meant':
    'La cella [old] contiene «{value}»: è stata modificata, probabilmente da {meant}, e non può essere letta; è considerata diversa dal valore di oggi.',
  'old-leave': 'Lasci le celle [old] come sono nel modello; nel file delle righe rifiutate sono di nuovo giuste.',
  'formula-read': 'La cella {cell} è una formula. Si legge il risultato che aveva quando il file è stato salvato.',
  'formula-read-how': 'Se non è ciò che intende, copi la cella e la incolli come valore.',
  'formula-without-value':
    'La cella {cell} è una formula di cui il file non contiene il risultato: l’ha scritta un programma, e nessun foglio di calcolo l’ha calcolata.',
  'formula-without-value-how':
    'Apra la cartella di lavoro nel Suo foglio di calcolo e la salvi di nuovo, o scriva il valore al posto della formula.',
  'cell-error': 'La cella {cell} dice che il foglio di calcolo non ha potuto calcolarla, e non contiene alcun valore.',
  'cell-error-how': 'Scriva il valore, o svuoti la cella per non cambiare nulla.',
  'time-of-day': 'La cella {cell} contiene un’ora, e le date di un contatto non ne hanno.',
  'time-of-day-how': 'Scriva solo la data, come 2025-03-31.',
  'too-many-digits':
    'La cella {cell} contiene un numero di più di 15 cifre, e un foglio di calcolo ne tiene 15: le altre sono perse.',
  'too-many-digits-how': 'Dia alla cella il formato testo e riscriva il numero, o lo riprenda dal modello.',
  'contact-unknown': 'Non c’è alcun contatto con il numero «{number}».',
  'number-resembles':
    'C’è {count, plural, =1 {«{first}»} =2 {«{first}» o «{second}»} other {«{first}» o «{second}» o «{third}»}}{cause, select, letterCase {: in un numero, maiuscole e minuscole non sono la stessa cosa.} apostrophe {: l’apostrofo non fa parte del numero.} decimals {: un programma ha preso il numero per una quantità e ha aggiunto dei decimali.} zerosLost {: gli zeri iniziali contano, e un foglio di calcolo sembra averli tolti.} zerosAdded {: gli zeri iniziali contano, e qui ce ne sono troppi.} other {.}}',
  'number-as-in-template': 'Scriva il numero come sta nel modello.',
  'number-apostrophe': 'Elimini l’apostrofo, o riprenda il numero dal modello.',
  'row-is-header': 'La riga è una seconda intestazione: dei file sono stati uniti.',
  'row-is-header-how': 'Elimini la riga.',
  'row-is-total': 'La riga sembra il totale di un elenco.',
  'row-is-total-how': 'Elimini la riga se non riguarda alcun contatto.',
  'number-is-email': 'Sembra un indirizzo e-mail: le celle di questa riga sembrano spostate.',
  'number-check':
    'Controlli il numero: gli zeri iniziali contano, e i fogli di calcolo tendono a toglierli. I contatti eliminati nel frattempo non possono essere modificati.',
  'contact-closed': 'Il contatto «{number}» è stato chiuso o reso anonimo e non può essere modificato.',
  'contact-closed-how': 'Tolga la riga, o usi un nuovo numero di contatto.',
  'contact-nameless': 'Non c’è alcun contatto con il numero «{number}», e uno nuovo ha bisogno di LAST_NAME o COMPANY.',
  'contact-nameless-how':
    'Compili LAST_NAME o COMPANY per creare un contatto, o corregga il numero per modificarne uno che c’è.',
  'email-mismatch': '«{value}» non è l’indirizzo e-mail di questo contatto.',
  'email-no-address': 'Non è nemmeno un indirizzo: le celle di questa riga sembrano spostate.',
  'email-mismatch-how':
    'Se molte righe lo dicono, una colonna è stata ordinata senza le altre: riparta dal modello. Se è cambiato solo l’indirizzo, svuoti la cella EMAIL.',
  'emails-sorted-apart':
    '{mismatches, plural, one {# riga} other {# righe}} su {lines, number} contengono un indirizzo e-mail che non è quello del contatto: le colonne di questo file sembrano essere state ordinate le une senza le altre. Anche ciò che sta nelle altre colonne può essere di altri contatti.',
  'emails-sorted-apart-how':
    'Non corregga queste righe una per una: riparta dal modello, e selezioni tutta la tabella prima di ordinare.',
  'zeros-lost':
    '«{number}» sembra {count, plural, =1 {«{first}»} =2 {«{first}» o «{second}»} other {«{first}» o «{second}» o «{third}»}} senza gli zeri iniziali.',
  'zeros-lost-how':
    'Un foglio di calcolo ha preso il numero per una quantità e li ha tolti: scriva il numero con i suoi zeri, o riparta dal modello.',
  'new-number-doubtful': '«{number}» è il numero di un nuovo contatto, e forse non è quello che si intendeva.',
  'new-number-doubtful-how': 'Se non lo è, annulli questa importazione e ridia alla colonna i suoi numeri.',
  conflict: 'Il valore è stato modificato dopo l’esportazione: il file dice «{old}», ora è «{now}».',
  'conflict-of-undo':
    'Il valore è stato modificato dopo l’importazione che viene annullata: quella l’aveva portato a «{old}», ora è «{now}». Resta com’è.',
  'conflict-how':
    'Per tenere il valore di oggi, svuoti la cella [new]. Per imporre comunque il Suo, carichi la riga dal file delle righe rifiutate, che ha il valore di oggi come [old].',
  refusal: 'Il contatto ha rifiutato: il valore ora è FALSE.',
  'refusal-not-known':
    'Il file chiede {wanted} e non sa del rifiuto: {reason, select, noColumn {non ha una colonna [old] che lo dica} blank {la sua cella [old] è vuota} other {la sua cella [old] dice «{old}»}}.',
  'refusal-stays': 'Un file così non toglie un rifiuto.',
  'refusal-without-old-how':
    'Nel file delle righe rifiutate la cella [new] è vuota: la lasci così per mantenere il rifiuto. Per cambiarlo comunque, usi un nuovo modello, le cui celle [old] dicono come stanno le cose. Senza, solo un amministratore può superare un rifiuto, con l’opzione per i rifiuti.',
  'refusal-type-again':
    'Nel file delle righe rifiutate la cella [new] è vuota: la lasci così per mantenere il rifiuto, o riscriva il valore per cambiarlo comunque.',
  'refusal-administrator':
    'Solo un amministratore può superare i rifiuti con il file com’era, con le opzioni per i valori più recenti e per i rifiuti.',
  'refusal-after-undone':
    'Il contatto ha rifiutato dopo l’importazione che viene annullata: quella aveva portato il valore a «{old}», ora è FALSE.',
  'refusal-kept': 'L’annullamento chiede {wanted}; il rifiuto resta.',
  'refusal-of-undo':
    'L’annullamento chiede {wanted}, come prima dell’importazione che viene annullata, e il valore ora è FALSE: il contatto ha rifiutato.',
  'refusal-not-undone': 'Un annullamento non toglie un rifiuto.',
  'refusal-undo-administrator':
    'Solo un amministratore può togliere dei rifiuti con un annullamento, con l’opzione per i rifiuti.',
  'header-keep': 'Lasci la prima riga del modello com’è; se manca, la copi di nuovo dal modello.',
  'header-no-number': 'La prima riga non ha una colonna CONTACT_NUMBER: non si sa quali contatti riguardino le righe.',
  'header-number-meant': 'Intendeva la colonna {column}? Chiami quella colonna CONTACT_NUMBER.',
  'header-below': 'Sta alla riga {row, number}.',
  'header-below-how':
    'Elimini {lines, plural, one {la riga} other {le # righe}} sopra, perché la riga con i nomi delle colonne sia la prima.',
  'header-separator':
    'Le celle del file sono separate da {separator, select, colons {due punti} blanks {spazi} invisible {un segno invisibile} other {il segno {sign}}}, che un’importazione non legge.',
  'header-separator-how':
    'Salvi il file come «CSV UTF-8», con una virgola, un punto e virgola o una tabulazione tra le celle.',
  'header-format':
    'Il file è {format}, e un’importazione legge una tabella: una prima riga con i nomi delle colonne, poi una riga per ogni contatto.',
  'header-format-how': 'Esporti i contatti come «CSV UTF-8» dal programma che ha fatto il file, o compili il modello.',
  'header-one-line':
    'Il file ha una sola riga, senza colonna CONTACT_NUMBER: gli a capo sembrano persi, o la riga con i nomi delle colonne.',
  'header-one-line-how':
    'Salvi di nuovo il file come «CSV UTF-8»: i nomi delle colonne stanno nella prima riga, e ogni contatto ha una riga sua.',
  'header-nothing-to-import': 'La prima riga non ha altra colonna che CONTACT_NUMBER: non c’è nulla da importare.',
  'header-nothing-to-import-how': 'Aggiunga almeno una colonna come LAST_NAME o EMAIL.',
  'header-nothing-to-change': 'La prima riga non ha una colonna che cominci con [new]: non c’è nulla da modificare.',
  'header-new-columns': 'Le modifiche stanno nelle colonne che cominciano con [new].',
  'header-same-name': 'Le colonne {first} e {second} hanno lo stesso nome: non si sa quale valga.',
  'header-same-field': 'Le colonne {first} e {second} hanno lo stesso campo, {field}: non si sa quale valga.',
  'header-twice-how': 'Ne tenga una ed elimini l’altra.',
  'header-nameless':
    'La colonna {column} non ha nome nella prima riga, e vi sta qualcosa alla {where, select, rowOfPart {riga {row, number} della parte {part, number}} other {riga {row, number}}}.',
  'header-nameless-how': 'Dia alla colonna il nome che ha nel modello, o la elimini.',
  'header-unknown-name': 'La colonna {column} ha un nome che un’importazione non conosce.',
  'header-call-it': 'Intendeva {meant}? Chiami così la colonna, o la elimini.',
  'header-known-names': 'Elimini la colonna, o le dia un nome conosciuto: {columns}.',
  'header-known-columns':
    'Elimini la colonna, o le dia un nome conosciuto: {columns}, [old] e [new] con il codice di un campo.',
  'header-unknown-field':
    'La colonna {column} nomina il campo «{field}», che non c’è tra {type, select, criteria {i criteri} authorisations {le autorizzazioni} other {i contatti}} della Sua istituzione.',
  'header-unknown-field-how': 'Elimini la colonna, o cerchi il codice in «Consulta i valori dei criteri».',
  'header-other-type':
    'La colonna {column} nomina il campo «{field}», che fa parte {type, select, criteria {dei criteri} authorisations {delle autorizzazioni} other {dei contatti}}.',
  'header-other-type-how':
    'Elimini la colonna, e la importi con {type, select, criteria {i criteri} authorisations {le autorizzazioni} other {i contatti}} in un file a parte.',
  'header-inactive':
    'La colonna {column} nomina il campo «{field}», che è stato disattivato e non può più essere modificato.',
  'header-inactive-how': 'Usi un altro modello, o chieda a un amministratore di riattivare il campo.',
  'header-inactive-filled':
    'La colonna {column} nomina il campo «{field}», che è stato disattivato e non può più essere modificato, e la cella alla {where, select, rowOfPart {riga {row, number} della parte {part, number}} other {riga {row, number}}} è piena.',
  'header-inactive-filled-how':
    'Svuoti le celle della colonna, o la elimini, o chieda a un amministratore di riattivare il campo.',
  'header-wrong-type':
    'L’importazione è stata avviata per {said, select, criteria {i criteri} authorisations {le autorizzazioni} other {i contatti}}, e le colonne del file sono quelle {type, select, criteria {dei criteri} authorisations {delle autorizzazioni} other {dei contatti}}.',
  'header-wrong-type-how':
    'Avvii di nuovo l’importazione con il tipo di dati «{type, select, criteria {criteri} authorisations {autorizzazioni} other {contatti}}», o carichi l’altro file.',
  'field-inactive':
    'Il campo {field} è stato disattivato da quando il modello è stato fatto. Le sue colonne sono ignorate, perché nessuna delle loro celle [new] è piena.',
  'field-inactive-how':
    'Non c’è nulla da fare. Per modificare i suoi valori, chieda a un amministratore di riattivare il campo.',
  'old-column-missing':
    'Il file non ha una colonna «{column}»: non si vede se qualcun altro ha modificato {field} dopo l’esportazione.',
  'old-column-missing-how':
    'Tenga le colonne [old] del modello per sapere di questi conflitti. Senza, le celle sono applicate qualunque cosa ci sia ora; solo un rifiuto resta com’è.',
  'file-empty': 'Il file è vuoto: non contiene proprio nulla.',
  'file-empty-how': 'Guardi se è stato salvato e se è quello giusto, e carichi il file che ha modificato.',
  'file-no-text': 'Il file non contiene testo.',
  'file-no-text-down-to':
    'Il file non contiene testo fino alla {where, select, rowOfPart {riga {row, number} della parte {part, number}} other {riga {row, number}}}.',
  'file-no-text-how': 'Carichi il file del modello che ha modificato.',
  'file-too-large':
    'Il file supera {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {byte}}, il massimo che si può caricare.',
  'file-too-large-how': 'Lo divida in più file, ciascuno con la riga di intestazione, o lo metta in un .zip.',
  'file-no-table':
    '{subject, select, zipped {«{name}» nel .zip} other {Il file}} è {type, select, xls {una cartella di lavoro Excel vecchia o protetta (.xls)} encrypted {una cartella di lavoro Excel protetta da password} xlsb {una cartella di lavoro Excel binaria (.xlsb)} ods {un documento LibreOffice (.ods)} numbers {un documento Apple Numbers} document {un documento di testo o una presentazione} gzip {un archivio gzip (.gz)} pdf {un documento PDF} image {un’immagine} markup {una pagina web o XML} zip {un .zip} other {qualcosa che non è testo}}, e non un file CSV o una cartella di lavoro .xlsx.',
  'save-as-xlsx':
    'Lo apra nel Suo foglio di calcolo, scelga «Salva con nome», tipo «Cartella di lavoro di Excel (.xlsx)», e carichi quel file.',
  'save-as-xlsx-unprotected':
    'Lo apra nel Suo foglio di calcolo, tolga la password se ne ha una, scelga «Salva con nome», tipo «Cartella di lavoro di Excel (.xlsx)», e carichi quel file.',
  'save-as-xlsx-without-password':
    'Lo apra nel Suo foglio di calcolo, scelga «Salva con nome» senza password, tipo «Cartella di lavoro di Excel (.xlsx)», e carichi quel file.',
  'save-as-xlsx-in-libreoffice':
    'Lo apra in LibreOffice, scelga «Salva con nome», tipo «Excel 2007–365 (.xlsx)», e carichi quel file.',
  'export-from-numbers': 'In Numbers scelga «File», «Esporta come», «Excel», e carichi quel .xlsx.',
  'upload-table': 'Carichi il .xlsx o il .csv che ha modificato, o un .zip con quel solo file.',
  'unpack-archive': 'Lo decomprima e carichi il .xlsx o il .csv, o un .zip con quel file.',
  'unpack-zip': 'Lo decomprima e carichi il .xlsx o il .csv che contiene.',
  'letters-unreadable':
    'Le lettere {where, select, part {del file della parte {part, number}} row {della riga {row, number}} rowOfPart {della riga {row, number} della parte {part, number}} other {del file}} non si possono leggere: non sono salvate in UTF-8, o non come dice l’inizio del file.',
  'letters-unreadable-how':
    'Apra il file nel Suo foglio di calcolo, guardi le lettere accentate e lo salvi come «CSV UTF-8».',
  'too-many-columns':
    'Ci sono più di {most, number} celle {where, select, part {nel file della parte {part, number}} row {alla riga {row, number}} rowOfPart {alla riga {row, number} della parte {part, number}} other {nel file}}, e nessuna importazione ha tante colonne.',
  'too-many-columns-how': 'Tenga le colonne del modello ed elimini le celle alla loro destra, anche vuote.',
  'row-too-large':
    'Ci sono più di {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {byte}} di testo {where, select, part {nel file della parte {part, number}} row {alla riga {row, number}} rowOfPart {alla riga {row, number} della parte {part, number}} other {nel file}}, e nessun contatto ne ha bisogno.',
  'row-too-large-how': 'Cerchi in quella riga un testo che non c’entra, e lo elimini o lo accorci.',
  'quote-not-closed':
    'Una virgoletta (") apre una cella {where, select, part {nel file della parte {part, number}} row {alla riga {row, number}} rowOfPart {alla riga {row, number} della parte {part, number}} other {nel file}}, e nessuna la chiude: non si sa dove finisca la cella.',
  'quote-not-closed-how':
    'Elimini la virgoletta, o chiuda la cella con un’altra. I fogli di calcolo scrivono da sé le virgolette giuste; a mano, una virgoletta che fa parte di un testo si scrive due volte, e tutta la cella tra virgolette: "5"" pipe".',
  'too-many-rows': 'Il file ha più di {most, number} righe di dati.',
  'too-many-rows-how': 'Divida il file in più file, ciascuno con la riga di intestazione.',
  'no-data-rows': 'Il file ha una riga di intestazione, e sotto nessuna riga di un contatto.',
  'no-data-rows-how': 'Carichi il modello che ha modificato, con le righe che vuole cambiare.',
  'same-file': 'Lo stesso file è già stato usato per un aggiornamento.',
  'same-file-at': 'Lo stesso file è già stato usato per un aggiornamento, il {at, date, moment} UTC.',
  'same-file-how':
    'Le righe applicate allora risultano invariate, a meno che qualcuno non le abbia modificate nel frattempo.',
  'columns-sorted-apart':
    'Delle colonne sono state ordinate le une senza le altre: ciò che sta in {columns}{more, plural, =0 {} one { e in # altra} other { e in altre #}} è di contatti di altre righe. Forse anche ciò che è stato scritto; nulla è stato applicato.',
  'columns-sorted-apart-how':
    'Riparta dal modello, o da una copia di prima dell’ordinamento, e selezioni tutta la tabella prima di ordinare.',
  'column-damaged':
    'Una colonna che nessuno deve modificare è danneggiata: in {column}, {cells, plural, one {# cella non è più quella} other {# celle non sono più quelle}} del modello, perché {cause, select, zerosLost {gli zeri iniziali dei suoi valori si sono persi} dateRewritten {i suoi valori sono diventati date, o le sue date sono state scritte in un’altra forma} truthValueRewritten {i suoi valori logici sono stati scritti in un altro modo} numberShortened {delle cifre dei suoi numeri si sono perse} numberRewritten {i suoi numeri sono stati scritti in un altro modo} textCorrected {un programma ha corretto i suoi testi} errorValue {le sue celle contengono errori del foglio di calcolo} cleared {le sue celle sono state svuotate} shifted {le sue celle vengono dalla colonna accanto} sortedApart {le sue celle sono di altre righe} other {le sue celle contengono altri valori}}.',
  'columns-damaged-too': 'Lo stesso vale per {columns}{more, plural, =0 {} one { e # altra} other { e altre #}}.',
  'nothing-applied': 'Nulla è stato applicato.',
  'column-damaged-how':
    'Prenda di nuovo il modello come cartella di lavoro (.xlsx), che un foglio di calcolo non danneggia, e vi copi le Sue celle [new]; oppure apra il .csv con tutte le colonne come testo.',
  'encoding-detected':
    '{part, plural, =0 {Il file non è salvato} other {La parte # non è salvata}} in UTF-8; le lettere sono state lette come {encoding}, perché così i nomi sono quelli dei contatti ({explained, number} su {compared, number}).',
  'encoding-detected-how':
    'Le lettere che questa codifica non ha sono state salvate come punti interrogativi. Per essere certi di tutto, salvi il file come «CSV UTF-8» e carichi quello.',
  'encoding-assumed':
    '{part, plural, =0 {Il file non è salvato} other {La parte # non è salvata}} in UTF-8, e i nomi non dicono in quale codifica; per ora le lettere sono state lette come Windows-1252.',
  'encoding-pick': 'Guardi quale lettura delle parole è giusta, la scelga, e il file sarà controllato di nuovo.',
  'encoding-until-then': 'Fino ad allora nessun aggiornamento scrive lettere così.',
  'encoding-or-utf8': 'Oppure salvi il file come «CSV UTF-8» e carichi quello.',
  'encoding-not-written':
    'Lettere così stanno solo in celle che non vengono scritte, e un aggiornamento può proseguire. Le lettere che Windows-1252 non ha, come Ł o ő, sono state salvate come punti interrogativi: per essere certi, salvi il file come «CSV UTF-8».',
  'encoding-unknown':
    '{part, plural, =0 {Il file non è salvato} other {La parte # non è salvata}} in UTF-8, e i nomi non dicono in quale codifica.',
  'encoding-would-write': 'L’aggiornamento scriverebbe lettere forse sbagliate: nulla è stato scritto.',
  'encoding-of-header': 'I codici della prima riga sono conosciuti solo in una lettura diversa da Windows-1252.',
  'zip-damaged': 'Il .zip è danneggiato o incompleto: non può essere decompresso.',
  'zip-checksum': 'Il .zip è danneggiato: il contenuto non corrisponde alla sua somma di controllo.',
  'zip-strange-name': 'Il .zip contiene un file il cui nome porta fuori dal .zip.',
  'zip-method': 'Il .zip è compresso con un metodo che qui non si può leggere ({method}).',
  'zip-anew': 'Rifaccia il .zip, o lo scarichi di nuovo, e carichi quello.',
  'zip-encrypted': 'Il .zip è protetto da password.',
  'zip-encrypted-how': 'Carichi il .csv stesso, o un .zip senza password.',
  'zip-too-many-files': 'Il .zip contiene {files, number} file.',
  'zip-endless': 'Il .zip ha un indice senza fine.',
  'zip-overlap': 'Dei file nel .zip si sovrappongono, cosa che nessun programma fa.',
  'zip-unpacks-to':
    'Decompresso, il .zip supera {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {byte}}, che è troppo.',
  'zip-ratio': 'Decompresso, il .zip supera {times, number} volte la sua dimensione, cosa che nessun file vero fa.',
  'zip-workbooks-too-large': 'Decompresse, le cartelle di lavoro nel .zip superano di molto ciò che si può leggere.',
  'zip-too-large-how': 'Carichi il file stesso, o più file che abbiano ciascuno la riga di intestazione.',
  'zip-link': 'Il .zip contiene un collegamento a un file, e non il file.',
  'zip-link-how': 'Rifaccia il .zip dal file stesso.',
  'zip-no-file': 'Il .zip non contiene alcun file.',
  'zip-other-files':
    'Il .zip contiene altro che file CSV e cartelle di lavoro: {names}{more, plural, =0 {} one { e # altro} other { e altri #}}.',
  'zip-other-archive': '«{name}» nel .zip è un altro archivio.',
  'zip-not-parts':
    'Il .zip contiene {files, plural, one {# file che non è una parte} other {# file che non sono le parti}} di un modello: {names}{more, plural, =0 {} one { e # altro} other { e altri #}}.',
  'zip-part-twice': 'Il .zip contiene due volte la parte {part, number} del modello.',
  'zip-part-missing':
    'Il .zip contiene {parts, plural, one {# parte} other {# parti}} di un modello, e manca la parte {missing, number}.',
  'zip-part-missing-how': 'Metta tutte le parti nel .zip, o le carichi una per una.',
  'zip-one-file': 'Faccia un .zip con un solo .csv o .xlsx, o carichi il .zip del modello con tutte le sue parti.',
  'zip-other-header': 'La parte {part, number} del .zip ha una riga di intestazione diversa da quella della parte 1.',
  'zip-other-header-how':
    'Le parti di un modello hanno le stesse colonne nello stesso ordine. Carichi uno per uno i file con altre colonne.',
  'workbook-cut-off': 'La cartella di lavoro è danneggiata o incompleta: non può essere aperta.',
  'workbook-in-zip-cut-off':
    'La cartella di lavoro «{name}» nel .zip è danneggiata o incompleta: non può essere aperta.',
  'workbook-damaged':
    '{part, plural, =0 {La cartella di lavoro} other {La cartella di lavoro della parte #}} {reason, select, doctype {contiene una dichiarazione del tipo di documento (DOCTYPE), di cui nessuna cartella di lavoro ha bisogno e di cui si può abusare} endless {contiene qualcosa di molto più lungo o più annidato che in qualsiasi cartella di lavoro} part {non ha tutte le sue parti} sheet {non ha tutti i suoi fogli} rowNumber {ha una riga senza numero} rowOrder {ha righe in disordine} cellPlace {ha una cella il cui posto non si può leggere} cellTwice {ha due volte la stessa cella} cellType {ha una cella di tipo sconosciuto} textMissing {ha una cella il cui testo manca} number {ha un numero che non lo è} other {contiene XML malformato}}.',
  'workbook-damaged-how':
    'La apra nel Suo foglio di calcolo, la salvi di nuovo come «Cartella di lavoro di Excel (.xlsx)», e carichi quel file; oppure scarichi di nuovo il modello.',
  'workbook-no-sheet':
    '{part, plural, =0 {La cartella di lavoro} other {La cartella di lavoro della parte #}} non ha alcun foglio con celle: un grafico da solo non contiene contatti.',
  'workbook-no-sheet-how': 'Carichi la cartella di lavoro che ha modificato, con il suo foglio «Contacts».',
  'workbook-no-numbers':
    '{part, plural, =0 {La cartella di lavoro} other {La cartella di lavoro della parte #}} ha {sheets, plural, one {# foglio} other {# fogli}}: nessuno si chiama «Contacts», e nessuno ha una colonna CONTACT_NUMBER nella prima riga.',
  'workbook-first-row': 'Lasci la prima riga del modello com’è.',
  'workbook-call-sheet': 'Chiami «Contacts» il foglio con i contatti, come nel modello, o elimini gli altri fogli.',
  'workbook-several-sheets':
    '{part, plural, =0 {La cartella di lavoro} other {La cartella di lavoro della parte #}} ha più fogli con una colonna CONTACT_NUMBER (fogli {sheets}): non si sa quale si intenda.',
  'workbook-sheets-singly': 'Oppure carichi i fogli uno per uno.',
  'rows-hidden':
    'Il foglio ha {rows, plural, one {# riga nascosta} other {# righe nascoste}}, da un filtro o a mano. Le righe nascoste contano come le altre.',
  'rows-hidden-how': 'Se non devono essere importate, le elimini dal foglio.',
  'cells-merged':
    'Delle celle del foglio sono unite, in {places, plural, one {# punto} other {# punti}}. Ciò che vi sta vale per la prima; le altre sono vuote.',
  'cells-merged-how': 'Separi le celle unite e compili ciascuna cella.',
};
