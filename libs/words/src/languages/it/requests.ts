import type { Translated } from '../../spoken.js';
import type { requests as english } from '../en/requests.js';

export const requests: Translated<typeof english> = {
  'key-needed': 'Invii una chiave API come token «bearer», o acceda.',
  'key-unknown': 'Questa chiave API non è conosciuta.',
  'key-ended':
    'Questa chiave API è scaduta in data {day}. Un amministratore della Sua istituzione può crearne una nuova.',
  'session-ended': 'La sessione è terminata. Acceda di nuovo.',
  'provider-unavailable':
    '{name} non risponde al momento, perciò nessuno può accedere con questo servizio. Riprovi tra qualche minuto.',
  'provider-none': 'Qui nessuno accede con un fornitore di identità. Usi una chiave API o un link di accesso.',
  'sign-in-no-longer':
    'Non ha più un ruolo in {name}: nessuno dei gruppi a cui appartiene dà ancora accesso. Si rivolga a un amministratore di quella istituzione.',
  'session-of-key':
    'Questo accesso vale per una chiave API, che appartiene a una sola istituzione. Acceda con una chiave dell’altra.',
  'person-unknown':
    'Questa persona non ha mai effettuato l’accesso qui: la lingua non può essere conservata. Acceda una volta, oppure invii Accept-Language con ogni richiesta.',
  'token-unknown':
    'Questo token qui non è valido. Ne chieda uno nuovo al fornitore di identità, emesso per questa interfaccia.',
  'token-over': 'Questo token è scaduto. Ne chieda uno nuovo al fornitore di identità.',
  'token-no-role':
    'Nessuno dei gruppi di questo token ha un ruolo nell’istituzione. Si rivolga a un amministratore di quella istituzione.',
  'token-several-institutions':
    'Lei appartiene a più istituzioni. Indichi nell’intestazione Roundtrip-Institution quale intende.',
  'making-key-revoked': 'La chiave che doveva creare questa è stata revocata nel frattempo.',
  'role-needed':
    '{what, select, update {Per un aggiornamento} overwriting {Per sovrascrivere valori più recenti} refusals {Per sovrascrivere rifiuti} sessions {Per chiudere le sessioni di un’altra chiave} other {Per questo}} serve il ruolo {needed}; questa chiave ha il ruolo {role}.',
  'foreign-page':
    'Questa richiesta viene da una pagina di {from}. Chi ha effettuato l’accesso può fare modifiche solo dalle pagine di {own}: apra quell’indirizzo. Se non è quello che si usa, va corretto PUBLIC_URL del gateway.',
  'foreign-page-unknown':
    'Questa richiesta viene da una pagina di un altro sito. Chi ha effettuato l’accesso può fare modifiche solo dalle pagine di {own}: apra quell’indirizzo. Se non è quello che si usa, va corretto PUBLIC_URL del gateway.',
  'sign-in-code-gone':
    'Questo link di accesso è già stato usato, o i suoi dieci minuti sono passati. Ne chieda uno nuovo.',
  'key-deletes-itself': 'Una chiave non può revocare sé stessa. Ne usi un’altra.',
  'keys-too-many':
    'La Sua istituzione ha {most, number} chiavi API, quante ne può avere. Revochi prima una chiave che nessuno usa più.',
  'key-last-administrator':
    'Non resterebbe nessuna chiave di un amministratore che continui a valere. Ne crei prima un’altra.',
  'key-replaced':
    'Un’altra chiave sostituisce già questa, o questa è stata revocata. Rinnovi l’altra, o ne crei una nuova.',

  'requests-too-many': 'Sono più di {most, plural, one {# richiesta} other {# richieste}} in un minuto.',
  'list-pages-too-many':
    'Sono più di {most, plural, one {# pagina} other {# pagine}} di contatti e pagine successive di liste in un minuto.',
  'sign-ins-too-many':
    'Dal Suo indirizzo qualcuno ha tentato {most, plural, one {# volta} other {# volte}} di accedere con una chiave sbagliata.',
  'sign-ins-begun-too-many':
    'Dal Suo indirizzo {most, plural, one {è stato iniziato # accesso} other {sono stati iniziati # accessi}} in un’ora, quanti sono consentiti.',
  'upload-bytes-too-many':
    'La Sua istituzione ha caricato {most, plural, one {# byte} other {# byte}} in un’ora, quanto può.',
  'mails-to-recipient-too-many':
    'Con un’e-mail a questo indirizzo {most, plural, one {è stato chiesto # modello} other {sono stati chiesti # modelli}} in un’ora. Chieda questo senza e-mail: si scarica dalla pagina.',
  'mails-of-institution-too-many':
    'La Sua istituzione ha chiesto {most, plural, one {# modello} other {# modelli}} per e-mail in un’ora. Chieda questo senza e-mail: si scarica dalla pagina.',
  'again-in-seconds': 'Riprovi tra {seconds, plural, one {un secondo} other {# secondi}}.',
  'again-in-minutes': 'Riprovi tra {minutes, plural, one {un minuto} other {# minuti}}.',
  'uploads-at-once':
    'La Sua istituzione sta già caricando {most, plural, one {# file} other {# file}}. Riprovi quando uno di questi è arrivato.',
  'streams-of-key':
    'Con questa chiave {most, plural, one {# finestra o programma segue} other {# finestre o programmi seguono}} già gli eventi. Ne chiuda uno.',
  'streams-at-once': 'Sono già in tanti a seguire gli eventi, e non c’è più posto. Riprovi un po’ più tardi.',
  'heavy-reads-at-once':
    'La Sua istituzione ha già aperto {most, number} anteprime, ricerche, liste di modifiche o esportazioni. Riprovi tra un momento, quando una di queste è terminata.',

  'route-unknown': 'A questo indirizzo non c’è nulla. Gli indirizzi conosciuti sono elencati in /docs.',
  'method-not-allowed': '{method} non è possibile qui, solo {allowed}.',
  'request-malformed':
    'La richiesta non può essere letta: non è HTTP ben formato, o il suo indirizzo è codificato male.',
  'not-http': 'La richiesta non è HTTP ben formato.',
  'request-too-slow': 'La richiesta non è arrivata in tempo.',
  'headers-too-large': 'Le intestazioni della richiesta superano 16 kB.',
  'idempotency-key-invalid': 'Una Idempotency-Key ha da 1 a 100 caratteri ASCII visibili.',
  'idempotency-key-in-use': 'La prima richiesta con questa Idempotency-Key è ancora in corso.',
  'idempotency-key-reused': 'Questa Idempotency-Key è già stata usata per un’altra richiesta. Ne prenda una nuova.',
  'cursor-invalid': 'Questo cursore non viene da questa lista. Ricominci dall’inizio.',
  'cursor-of-another-list': 'Non è un cursore di questa lista.',
  'json-malformed': 'Il corpo non è JSON ben formato.',
  'json-not-utf-8': 'Il corpo non è in UTF-8.',
  'json-too-deep': 'Il corpo è annidato su più di {most, number} livelli.',
  'json-too-many-entries':
    '{what, select, list {Una lista} other {Un oggetto}} nel corpo ha più di {most, number} voci.',
  'body-missing': 'Serve un corpo di tipo application/json.',
  'body-no-json': 'Il corpo deve essere application/json in UTF-8, non compresso.',
  'body-too-large': 'Il corpo supera {most, number} kB.',
  'body-too-slow': 'Il corpo non è arrivato in tempo.',
  'characters-invalid': 'Un testo contiene NUL o la metà di un carattere, e nessun testo può contenerli. Lo tolga.',
  'character-invalid': 'Questo contiene NUL o la metà di un carattere, e nessun testo può contenerli.',
  'event-id-invalid': 'Questo Last-Event-ID non è quello di un evento di questo flusso.',
  'property-unknown': 'Questo non è conosciuto qui.',
  'more-faults': 'E {n, number} in più.',
  'not-found':
    '{what, select, authorisation {Questa autorizzazione} criterion {Questo criterio} target {Questo target} template {Questo modello} contact {Questo contatto} import {Questa importazione} key {Questa chiave API} institution {Questa istituzione} person {Questa persona} other {Questo file}} non esiste nella Sua istituzione.',

  'part-away': 'Una parte del sistema che serve qui non risponde al momento. Riprovi tra qualche secondo.',
  'not-ready': 'Il servizio non è pronto. Riprovi tra qualche secondo.',
  'took-too-long': 'È più di quanto si possa trovare in tempo. Restringa la richiesta, o riprovi più tardi.',
  'our-fault': 'È un errore da parte nostra. Riprovi più tardi.',
  'still-open':
    'Ci vuole più tempo del solito. Sarà fatto senza un’altra richiesta; torni a guardare un po’ più tardi.',

  'upload-no-form': 'Un caricamento deve essere multipart/form-data.',
  'form-malformed':
    'Il modulo non può essere letto: è troncato, non ha il separatore (boundary), o le sue parti hanno intestazioni non ben formate.',
  'parts-too-many': 'Il modulo ha troppe parti.',
  'file-without-name': 'La parte «file» non ha un nome di file: deve essere inviata come file.',
  'file-missing': 'Il modulo non ha una parte «file» con un nome di file.',
  'field-after-file': 'Si trova dopo il file; tutti i campi devono venire prima.',
  'form-field-unknown': 'Questo campo non è conosciuto.',
  'form-field-too-long': 'È troppo lungo.',
  'form-field-twice': 'C’è due volte.',
  'form-field-missing': 'Manca: deve trovarsi prima del file.',
  'one-file-only': 'Può esserci un solo file.',
  'file-in-other-part': 'Il file deve essere nella parte «file».',
  'upload-cut-off': 'Il caricamento è stato interrotto.',
  'upload-stalled': 'Il caricamento è troppo lento o si è fermato.',

  'address-sends-on': 'Un indirizzo con {sign} può inoltrare un’e-mail ad altri, e non è accettato.',
  'address-invalid': 'Non è un solo indirizzo e-mail.',
  'address-of-one': 'Scriva l’indirizzo di una sola persona, come marie@example.org.',
  'domain-not-allowed': 'La Sua istituzione invia e-mail solo a questi domini: {allowed}.',

  'import-not-undoable': 'Si può annullare solo un aggiornamento terminato che ha modificato qualcosa.',
  'import-not-checked': 'Un aggiornamento si può avviare solo da un controllo nello stato CHECKED.',
  'import-without-file': 'Questa importazione è stata fatta senza file: non ce n’è uno da controllare.',
  'upload-expired': 'Il file di questa importazione è troppo vecchio e non c’è più. Lo carichi di nuovo.',
  'import-finished': 'L’importazione è terminata ({state}): non c’è più nulla da interrompere.',
  'import-not-finished': 'L’importazione è ancora in corso. Riprovi quando è terminata.',
  'import-without-report':
    'Non c’è nulla da scaricare: l’importazione è nello stato {state}, le sue righe non sono state esaminate tutte.',
  'report-expired':
    'I rapporti di questa importazione sono troppo vecchi e non ci sono più; i suoi numeri e le sue modifiche sì.',
  'changes-need-field':
    'Questo va con `from`, `to`, `added` e `removed`: nomini il campo di cui sono i valori. Ci sono: {fields}',
  'changes-field-unknown': 'Il file di questa importazione non ha questo campo. Ci sono: {fields}',
  'changes-only-json': 'Solo con `Accept: application/json`: il file contiene tutte le modifiche.',
  'template-expired': 'Questo modello è troppo vecchio per essere scaricato. Ne chieda uno nuovo.',
  'template-empty': 'Non c’è nessun file: il target non conteneva contatti.',
  'template-not-made': 'Non c’è nessun file: non è stato possibile preparare il modello.',
  'template-not-ready': 'Il file è in preparazione. Lo scarichi quando lo stato è READY.',
  'template-field-unknown':
    '«{code}» non è il codice di {type, select, authorisations {nessuna autorizzazione} other {nessun criterio}} della Sua istituzione.',
  'template-field-inactive':
    '{type, select, authorisations {L’autorizzazione {code} non è attiva. La attivi, o la lasci fuori.} other {Il criterio {code} non è attivo. Lo attivi, o lo lasci fuori.}}',
  'template-field-twice':
    '{type, select, authorisations {L’autorizzazione {code} compare due volte. La nomini una volta sola.} other {Il criterio {code} compare due volte. Lo nomini una volta sola.}}',
  'template-rule-unfit': 'La regola del target non corrisponde più ai campi della Sua istituzione.',

  'target-unknown': 'Questo target non esiste.',
  'target-code-taken': 'Un altro target ha già il codice «{code}». Ogni codice è unico: ne scelga un altro.',
  'code-taken': 'Questo codice è già usato.',
  'rule-invalid': 'La regola non può essere usata così.',
  'target-invalid': 'Il target non può essere salvato così.',
  'target-code-form': 'Un codice ha da 1 a 40 lettere, cifre, - o _, e comincia con una lettera o una cifra.',
  'name-form': 'Un nome ha da 1 a 200 caratteri, su una sola riga.',
  'domain-form': 'Serve un dominio come theatre.example, senza @.',
  'groups-twice': 'Indichi ogni gruppo una sola volta.',
  'page-limit': 'Serve un numero intero da 1 a 200.',
  'name-needed': 'Serve un nome.',
  'rule-too-large': 'Insieme le condizioni superano {most, number} kB: usi meno valori, o valori più corti.',
  'definition-unknown': 'Non c’è nessun campo con il codice «{code}».',
  'value-true': 'Vero',
  'value-false': 'Falso',
  'value-never-stated': 'Mai indicato',
  'value-any-text': 'Testo libero',
  'definition-code-taken': 'Il codice «{code}» è già usato. Ogni codice è unico: ne scelga un altro.',
  'definition-invalid': 'La definizione non può essere salvata così.',
  'definition-code-form': 'Un codice ha da 1 a 40 lettere senza accenti, cifre, - o _, e comincia con una lettera.',
  'kind-needed': 'Un nuovo criterio ha bisogno di un tipo.',
  'kind-fixed': 'Il tipo di un criterio non può cambiare; è {kind}.',
  'kind-without-values': 'Solo LIST e MULTI_LIST hanno valori.',
  'criterion-without-values': '{code} è di tipo {kind}: solo LIST e MULTI_LIST hanno valori.',
  'fields-active-too-many':
    'Un’istituzione ha al massimo {most, number} {type, select, authorisations {autorizzazioni attive: ne disattivi una} other {criteri attivi: ne disattivi uno}} che non si usa più.',
  'values-kept-too-many':
    'Un criterio conserva al massimo {most, number} valori, compresi quelli non attivi: ne riattivi uno, o crei un nuovo criterio.',
  'values-too-many': 'Un criterio ha al massimo {most, number} valori.',
  'value-code-twice': 'Questo codice compare due volte nella lista.',
  'value-code-reserved': 'Empty è riservato: in un file rimuove il valore.',
  'value-code-form':
    'Il codice di un valore ha da 1 a 60 caratteri, senza |, senza caratteri di controllo e senza spazi attorno.',
  'value-name-needed': 'Un nuovo valore ha bisogno di un nome.',

  'rule-too-deep': 'I gruppi possono essere annidati al massimo su {most, number} livelli.',
  'rule-too-long': 'Una regola ha al massimo {most, number} condizioni.',
  'rule-node': 'Serve uno tra {groups} con una lista, oppure field, is e value.',
  'rule-property-unknown': 'Una condizione ha field, is e value, non «{property}».',
  'rule-field-unknown': '«{field}» non è un campo di questa istituzione.',
  'rule-field-names': 'I campi sono contact.…, criteria.CODE e authorisations.CODE.',
  'rule-operator-unknown': '«{operator}» non è un confronto possibile per {field}.',
  'rule-operators': 'Confronti possibili per questo campo: {operators}.',
  'rule-days': 'Serve un numero intero di giorni, da 0 a {most, number}.',
  'rule-no-value': 'Questo confronto non vuole un valore; lo tolga.',
  'rule-list': 'Serve una lista di valori, da 1 a {most, number}.',
  'rule-values-not-read': 'I valori che seguono non sono stati esaminati.',
  'rule-pair': 'Serve una lista di due valori, «da» e «a».',
  'rule-pair-order': 'Il primo valore non deve venire dopo il secondo.',
  'rule-boolean': 'Serve true o false (per «nessun valore» usi il confronto «empty»).',
  'rule-number': 'Serve un numero, senza virgolette.',
  'rule-date': 'Serve una data vera, nella forma «AAAA-MM-GG».',
  'rule-text':
    'Serve un testo da 1 a {most, number} caratteri, senza caratteri di controllo (per «nessun valore» usi il confronto «empty»).',
  'rule-code': 'Serve il codice di un valore, come testo.',
  'rule-code-unknown': '«{code}» non è il codice di un valore di questo campo.',

  'job-end-not-recorded':
    'È terminato, ma per un errore da parte nostra non è stato possibile registrare il risultato. Contatti l’assistenza.',
  'template-abandoned': 'Non è stato possibile preparare il modello.',
  'import-abandoned': 'Non è stato possibile portare a termine l’importazione.',
  'job-abandoned': 'Abbiamo ricominciato più volte senza arrivare alla fine.',
  'ask-for-template-again': 'Lo chieda di nuovo.',
  'start-import-again': 'Nessun contatto è stato modificato. Avvii di nuovo l’importazione.',
  'start-update-again':
    'Ciò che era stato applicato resta; nessun’altra riga sarà applicata. Avvii di nuovo l’importazione con lo stesso file: ciò che è già applicato conta come invariato.',
  'mail-address-invalid': 'Non è un indirizzo e-mail, o ce n’è più di uno.',
  'mail-not-made': 'Non è stato possibile preparare l’e-mail per un errore da parte nostra.',
  'mail-refused': 'Il server di posta rifiuta l’e-mail.',
  'mail-refused-with': 'Il server di posta rifiuta l’e-mail: {reply}',
  'mail-late': 'Per ore non è stato possibile inviare l’e-mail. Può ancora arrivare.',
  'template-target-gone':
    'Il target non esiste più: è stato eliminato dopo la richiesta del modello. Scelga un altro target.',
  'template-not-prepared':
    'Per un errore da parte nostra non è stato possibile preparare il modello. Lo chieda di nuovo.',
  'template-rule-invalid':
    'La regola del target {code} non corrisponde più ai campi dell’istituzione. Corregga il target e chieda di nuovo il modello.',
  'template-field-gone': 'Il campo {code} non è più attivo. Scelga di nuovo i campi del modello.',
  'template-no-fields':
    'Non c’è nulla da modificare: l’istituzione non ha {type, select, authorisations {nessuna autorizzazione attiva} other {nessun criterio attivo}}.',
};
