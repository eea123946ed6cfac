import type { Translated } from '../../../spoken.js';
import type { targets as english } from '../../en/console/targets.js';

export const targets: Translated<typeof english> = {
  lead: 'Gespeicherte Abfragen über Kontakte. Eine Zielgruppe wird bei jeder Verwendung neu ausgewertet.',
  create: 'Neue Zielgruppe',
  filter: 'Nach Name oder Code filtern',
  emptyTitle: 'Noch keine Zielgruppe',
  emptyHint: 'Erstellen Sie eine: Sie sagt, welche Kontakte eine Importvorlage enthält.',
  holdsAll: 'Alle Kontakte',
  holdsNone: 'Keine Kontakte',
  holds: 'Kontakte, für die gilt: {sentence}',
  holdsAllBut: 'Alle Kontakte außer denen, für die gilt: {sentence}',
  holdsBut: 'Kontakte, für die gilt: {sentence}; außer denen, für die gilt: {not}',
  changed: 'geändert am {when}',
  editLead:
    'Anzahl und Auswahl folgen dem, was Sie tun. Eine Vorlage, die gerade erstellt wird, behält die Regel, mit der sie begann.',
  codeHint: 'Teil der Namen ihrer Dateien: Buchstaben, Ziffern, - und _',
  rule: 'Regel',
  incomplete: 'Eine Bedingung hat noch keinen Wert.',
  sample: 'Kontakte dieser Zielgruppe',
  firstOf: 'Die ersten {n, number} davon:',
  deleteTitle: 'Zielgruppe {name} löschen?',
  deleteText: 'Das ändert keinen Kontakt. Vorlagen, die aus ihr erstellt wurden, bleiben.',
};
