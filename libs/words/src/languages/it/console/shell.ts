import type { Translated } from '../../../spoken.js';
import type { shell as english } from '../../en/console/shell.js';

export const shell: Translated<typeof english> = {
  common: {
    skip: 'Vai alla pagina',
    menu: 'Menù',
    pages: 'Pagine',
    language: 'Lingua',
    colours: 'Colori',
    colourSchemes: { light: 'Chiaro', dark: 'Scuro', auto: 'Come il sistema' },
    signOut: 'Esci',
    save: 'Salva',
    cancel: 'Annulla',
    close: 'Chiudi',
    delete: 'Elimina',
    edit: 'Modifica',
    remove: 'Rimuovi',
    copy: 'Copia',
    copied: 'Copiato',
    showMore: 'Mostra altro',
    loading: 'Caricamento…',
    tryAgain: 'Riprova',
    none: '–',
    optional: 'facoltativo',
    name: 'Nome',
    code: 'Codice',
    active: 'Attivo',
    inactive: 'Non attivo',
    nothingFound: 'Nessun risultato.',
    back: 'Torna a Importazione',
    lookAgain: 'Guarda di nuovo',
    roleNeeded: 'Per questo serve il ruolo {role}.',
  },
  nav: {
    import: 'Importazione',
    targets: 'Target',
    contacts: 'Contatti',
    definitions: 'Definizioni',
    settings: 'Impostazioni',
  },
  problem: {
    title: 'Non ha funzionato',
    noAnswer: 'Il server non risponde. Verifichi la connessione e riprovi.',
    page: 'Questa pagina non può essere mostrata. I Suoi dati non sono toccati.',
    offline: 'La connessione è interrotta. Nuovo tentativo in corso…',
    notFound: 'Questa pagina non esiste',
    notFoundHint: 'Forse l’indirizzo è scritto male, o ciò che mostrava non esiste più.',
  },
  signIn: {
    title: 'Accedi',
    key: 'Chiave',
    keyHint: 'La crea un amministratore della Sua istituzione, in Impostazioni.',
    ended: 'La sessione è terminata. Acceda di nuovo e tornerà dove si trovava.',
    linkFailed:
      'Questo link di accesso è già stato usato, o i suoi dieci minuti sono passati. Ne chieda uno nuovo, o usi la Sua chiave.',
    replaceTitle: 'Accedere come un’altra persona?',
    replaceText:
      'Ha effettuato l’accesso come {name} di {institution}. Il link che ha aperto La farebbe accedere come un’altra persona, forse di un’altra istituzione. Continui solo se ha chiesto quel link.',
    stay: 'Resta come ora',
    replace: 'Accedi con il link',
    button: 'Accedi',
    lead: 'Modificare in blocco i dati dei contatti: scelga i contatti con un target, li riceva in una tabella, la modifichi, la ricarichi.',
    with: 'Accedi con {name}',
    byKey: 'Accedi con una chiave API',
    asAnother: 'Accedere con un altro account',
    provider: 'il fornitore di identità',
    yourInstitution: 'la Sua istituzione',
    notSignedIn: 'L’accesso non è riuscito',
    problems: {
      expired: 'Sono passati più di dieci minuti, o l’accesso è iniziato in un’altra finestra. Acceda di nuovo.',
      denied: 'Lei ha interrotto l’accesso, o {name} non lo ha consentito. Se vuole, acceda di nuovo.',
      failed:
        'La risposta di {name} non è quella attesa. Acceda di nuovo. Se succede ancora, lo segnali a chi gestisce gli account della Sua istituzione.',
      noInstitution:
        'Lei è registrato presso {name}, che però non indica nessuna istituzione di qui a cui Lei appartenga. Si rivolga a chi gestisce gli account della Sua istituzione.',
      noRole:
        'Lei è registrato presso {name}, ma nessuno dei Suoi gruppi ha un ruolo in questa istituzione: {institution}. Chieda a un amministratore di darne uno a uno dei Suoi gruppi, poi acceda di nuovo.',
      providerAway:
        'Al momento {name} non risponde, perciò nessuno può accedere con questo servizio. Riprovi tra qualche minuto.',
    },
  },
  institutions: {
    title: 'In quale istituzione?',
    lead: 'Le diamo il benvenuto, {name}. Lei appartiene a più istituzioni; può cambiare in qualsiasi momento, in cima a ogni pagina.',
    as: '{name} · {role}',
    change: '{name}: cambia istituzione',
  },
};
