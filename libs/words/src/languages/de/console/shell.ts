import type { Translated } from '../../../spoken.js';
import type { shell as english } from '../../en/console/shell.js';

export const shell: Translated<typeof english> = {
  common: {
    skip: 'Zur Seite springen',
    menu: 'Menü',
    pages: 'Seiten',
    language: 'Sprache',
    colours: 'Farben',
    colourSchemes: { light: 'Hell', dark: 'Dunkel', auto: 'Wie das System' },
    signOut: 'Abmelden',
    save: 'Speichern',
    cancel: 'Abbrechen',
    close: 'Schließen',
    delete: 'Löschen',
    edit: 'Bearbeiten',
    remove: 'Entfernen',
    copy: 'Kopieren',
    copied: 'Kopiert',
    showMore: 'Mehr zeigen',
    loading: 'Wird geladen…',
    tryAgain: 'Erneut versuchen',
    none: '–',
    optional: 'freiwillig',
    name: 'Name',
    code: 'Code',
    active: 'Aktiv',
    inactive: 'Nicht aktiv',
    nothingFound: 'Nichts gefunden.',
    back: 'Zurück zum Import',
    lookAgain: 'Noch einmal nachsehen',
    roleNeeded: 'Dafür brauchen Sie die Rolle {role}.',
  },
  nav: {
    import: 'Import',
    targets: 'Zielgruppen',
    contacts: 'Kontakte',
    definitions: 'Definitionen',
    settings: 'Einstellungen',
  },
  problem: {
    title: 'Das hat nicht geklappt',
    noAnswer: 'Der Server antwortet nicht. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    page: 'Diese Seite kann nicht gezeigt werden. Ihre Daten sind davon nicht betroffen.',
    offline: 'Die Verbindung ist unterbrochen. Neuer Versuch läuft…',
    notFound: 'Diese Seite gibt es nicht',
    notFoundHint: 'Vielleicht ist die Adresse falsch geschrieben, oder was sie zeigte, gibt es nicht mehr.',
  },
  signIn: {
    title: 'Anmelden',
    key: 'Schlüssel',
    keyHint: 'Ein Administrator Ihrer Institution erstellt ihn unter „Einstellungen“.',
    ended: 'Ihre Sitzung ist beendet. Melden Sie sich wieder an, und Sie sind dort, wo Sie waren.',
    linkFailed:
      'Dieser Anmeldelink wurde schon benutzt, oder seine zehn Minuten sind um. Fordern Sie einen neuen an, oder nehmen Sie Ihren Schlüssel.',
    replaceTitle: 'Als jemand anderes anmelden?',
    replaceText:
      'Sie sind als {name} von {institution} angemeldet. Der Link, den Sie geöffnet haben, würde Sie als jemand anderes anmelden, vielleicht bei einer anderen Institution. Fahren Sie nur fort, wenn Sie diesen Link angefordert haben.',
    stay: 'Angemeldet bleiben wie bisher',
    replace: 'Mit dem Link anmelden',
    button: 'Anmelden',
    lead: 'Kontaktdaten in großer Zahl bearbeiten: Kontakte durch eine Zielgruppe auswählen, als Tabelle herunterladen, bearbeiten, wieder hochladen.',
    with: 'Anmelden mit: {name}',
    byKey: 'Mit einem API-Schlüssel anmelden',
    asAnother: 'Mit einem anderen Konto anmelden',
    provider: 'der Anmeldedienst',
    yourInstitution: 'Ihrer Institution',
    notSignedIn: 'Sie sind nicht angemeldet',
    problems: {
      expired:
        'Das hat länger als zehn Minuten gedauert oder wurde in einem anderen Fenster begonnen. Bitte melden Sie sich noch einmal an.',
      denied:
        'Sie haben die Anmeldung abgebrochen, oder {name} hat Sie nicht eingelassen. Melden Sie sich noch einmal an, wenn Sie möchten.',
      failed:
        'Die Antwort von {name} war nicht die, die wir erwartet haben. Bitte melden Sie sich noch einmal an. Geschieht es wieder, sagen Sie es der Stelle, die in Ihrer Institution die Konten betreut.',
      noInstitution:
        'Sie sind bei {name} bekannt, doch wird dort keine Institution genannt, die es hier gibt. Bitte wenden Sie sich an die Stelle, die in Ihrer Institution die Konten betreut.',
      noRole:
        'Sie sind bei {name} bekannt, aber keine Ihrer Gruppen hat eine Rolle in {institution}. Bitten Sie einen Administrator dort, einer davon eine Rolle zu geben, und melden Sie sich dann noch einmal an.',
      providerAway:
        'Zurzeit antwortet {name} nicht, deshalb kann sich darüber niemand anmelden. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
    },
  },
  institutions: {
    title: 'In welcher Institution?',
    lead: 'Willkommen, {name}. Sie gehören zu mehreren; wechseln können Sie jederzeit, oben auf jeder Seite.',
    as: '{name} · {role}',
    change: '{name}: Institution wechseln',
  },
};
