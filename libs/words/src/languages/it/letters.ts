import type { Translated } from '../../spoken.js';
import type { letters as english } from '../en/letters.js';

export const letters: Translated<typeof english> = {
  hello: 'Buongiorno,',
  moment: '{at, date, moment} UTC',
  dataTypes: { criteria: 'criteri', authorisations: 'autorizzazioni', contacts: 'contatti' },
  undoOf: 'annullamento dell’importazione {importId}',
  labels: {
    target: 'Target',
    name: 'Nome',
    type: 'Tipo',
    action: 'Azione',
    state: 'Stato',
    requestedAt: 'Richiesta',
    file: 'File',
    lines: 'Righe',
    applied: 'Applicate',
    wouldBeApplied: 'Sarebbero applicate',
    unchanged: 'Invariate',
    rejected: 'Rifiutate',
    notAttempted: 'Non elaborate',
  },
  templateReady: {
    subject: 'Il Suo modello è pronto: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'il modello che ha richiesto è pronto: {dataType, select, criteria {i criteri} other {le autorizzazioni}} di {lines, plural, one {# contatto} other {# contatti}} del target {code}{parts, plural, =1 {} other {, in # file perché un foglio di calcolo non può contenerli tutti}}.',
    attached:
      'Lo trova in allegato a questa e-mail. Può anche scaricarlo (scadenza: {expiresAt, date, moment} UTC); Le verrà chiesto di accedere:',
    notListed:
      'Non è allegato: contiene dati di contatti, e il dominio di questo indirizzo non è tra quelli che la Sua istituzione ha indicato nelle Impostazioni. Lo scarichi qui; Le verrà chiesto di accedere:',
    tooLarge: 'Con {size} è troppo grande per una e-mail. Lo scarichi qui; Le verrà chiesto di accedere:',
    keptUntil:
      'Il file viene conservato fino a questa scadenza: {expiresAt, date, moment} UTC. Dopo, basterà richiedere un nuovo modello.',
    goOn: 'Per proseguire: {packed, select, yes {decomprima il file, lo apra} other {apra il file}} nel Suo foglio di calcolo e compili le celle [new] che vuole modificare. Una cella [new] vuota non cambia nulla, la parola Empty rimuove il valore. Carichi poi il file nella schermata Importazione; un controllo Le dice prima che cosa farebbe un aggiornamento.',
    workbook:
      'È una cartella di lavoro (.xlsx) le cui celle sono tutte testo: gli zeri iniziali e le date restano come sono, e degli elenchi propongono i valori ammessi. La salvi di nuovo come .xlsx; il suo foglio «How to» spiega il resto.',
    csv: 'Lo apra con tutte le colonne come testo: altrimenti un foglio di calcolo elimina gli zeri iniziali dei numeri di contatto e riscrive le date. In Excel usi Dati › Da testo/CSV senza rilevamento del tipo di dati; in LibreOffice selezioni tutte le colonne nella finestra di importazione e scelga il tipo di colonna Testo. Poi lo salvi di nuovo come CSV.',
  },
  templateEmpty: {
    subject: 'Nessun modello, il target è vuoto: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'ha richiesto un modello con {dataType, select, criteria {i criteri} other {le autorizzazioni}} dei contatti del target {code}. In questo momento quel target non contiene alcun contatto; perciò non c’è nessun file.',
    goOn: 'Verifichi la regola del target, oppure ne scelga un altro, e ripeta la richiesta.',
  },
  templateFailed: {
    subject: 'Non è stato possibile creare il Suo modello: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'non abbiamo potuto creare il modello con {dataType, select, criteria {i criteri} other {le autorizzazioni}} dei contatti del target {code}. Il motivo:',
    goOn: 'Non è stato modificato nulla. Può richiedere di nuovo il modello nella schermata Importazione.',
  },
  importFinished: {
    checked: {
      subject:
        'Controllo terminato{rejected, plural, =0 {} one {, # riga con errori} other {, # righe con errori}}: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'il controllo del Suo file è terminato. {rejected, plural, =0 {Non ha trovato errori.} one {# riga contiene errori.} other {# righe contengono errori.}} Un controllo non modifica nulla: i numeri dicono che cosa farebbe un aggiornamento.',
      state: 'controllato',
    },
    done: {
      subject: 'Importazione terminata: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'la Sua importazione è terminata. È stato possibile usare tutte le righe.',
      state: 'terminato',
    },
    doneWithErrors: {
      subject:
        'Importazione terminata, {rejected, plural, one {# riga rifiutata} other {# righe rifiutate}}: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'la Sua importazione è terminata. {rejected, plural, one {# riga è stata rifiutata} other {# righe sono state rifiutate}}, le altre sono state elaborate.',
      state: 'terminato, con righe rifiutate',
    },
    cancelled: {
      subject: 'Importazione interrotta: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'la Sua importazione è stata interrotta. Ciò che era già stato applicato resta; le righe indicate come non elaborate non sono state toccate.',
      state: 'interrotto',
    },
    rejected: {
      subject: 'Questo file non può essere usato: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'il Suo file non può essere usato così com’è; perciò nessun contatto è stato modificato. Il motivo:',
      state: 'rifiutato',
    },
    failed: {
      subject: 'Importazione non riuscita: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'non è stato possibile portare a termine la Sua importazione. Il motivo:',
      state: 'non riuscito',
    },
    check: 'controllo della qualità del file',
    update: 'aggiornamento in massa dei dati',
    overwritten:
      '{overwritten, plural, one {# riga applicata ha sovrascritto} other {# righe applicate hanno sovrascritto}} un valore modificato dopo l’esportazione.',
    wouldOverwrite:
      '{overwritten, plural, one {# riga sovrascriverebbe} other {# righe sovrascriverebbero}} un valore modificato dopo l’esportazione.',
    warnings: '{warnings, plural, one {C’è # avviso} other {Ci sono # avvisi}}.',
    blankLines:
      '{blankLines, plural, one {# riga vuota è stata saltata e non è contata} other {# righe vuote sono state saltate e non sono contate}} qui sopra.',
    rejectedLines:
      'Le righe rifiutate si possono scaricare, ciascuna con il suo motivo. Le corregga e carichi quel file così com’è.',
    details: 'I dettagli sono qui; Le verrà chiesto di accedere:',
  },
  fault: 'Qualcosa è andato storto da parte nostra. Riprovi, e avvisi il Suo amministratore se succede di nuovo.',
};
