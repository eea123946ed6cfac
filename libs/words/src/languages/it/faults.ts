import type { Translated } from '../../spoken.js';
import type { faults as english } from '../en/faults.js';

export const faults: Translated<typeof english> = {
  IMPORT_FAILED:
    'Qualcosa è andato storto da parte nostra, e non è stato possibile esaminare il file. Avvii di nuovo l’importazione; nessun contatto è stato modificato.',
  UPDATE_FAILED:
    'Qualcosa è andato storto da parte nostra, e l’importazione è stata interrotta. Ciò che era stato applicato resta, ed è elencato nel file delle modifiche; le altre righe non sono state toccate.',
  FILE_CHANGED:
    'Il file conservato non è più quello caricato: è stato alterato nell’archivio. Non è stato letto, e nessun contatto è stato modificato. Lo carichi di nuovo, e avvisi chi gestisce il servizio.',
  PLAN_CHANGED:
    'Ciò che era stato letto dal file è stato alterato nell’archivio, e l’importazione è stata interrotta. Ciò che era stato applicato resta, ed è elencato nel file delle modifiche; le altre righe non sono state toccate. Carichi di nuovo il file, e avvisi chi gestisce il servizio.',
  JOB_ABANDONED:
    'Abbiamo ricominciato più volte senza arrivare alla fine. Ciò che era già stato modificato resta. Ripeta la richiesta.',
  TEMPLATE_FAILED:
    'Qualcosa è andato storto da parte nostra, e non è stato possibile creare il modello. Lo richieda di nuovo.',
  TARGET_UNKNOWN: 'Il target non esiste più. Ne scelga un altro.',
  RULE_INVALID: 'La regola del target nomina un campo o un valore che non esiste più. Corregga il target.',
  NO_ACTIVE_FIELDS: 'Non c’è alcun campo attivo di questo tipo di dati.',
  FIELD_NOT_ACTIVE: 'Un campo scelto per il modello non è più attivo. Scelga di nuovo i campi.',
  INTERNAL_ERROR: 'Qualcosa è andato storto da parte nostra. Riprovi più tardi.',
};
