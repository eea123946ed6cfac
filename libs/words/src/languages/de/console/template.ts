import type { Translated } from '../../../spoken.js';
import type { template as english } from '../../en/console/template.js';

export const template: Translated<typeof english> = {
  title: 'Importvorlage herunterladen',
  lead: 'Die Kontakte einer Zielgruppe als Tabelle: eine Zeile je Kontakt, mit einer [old]- und einer [new]-Spalte für jedes Feld.',
  dataType: 'Datenart',
  target: 'Zielgruppe',
  targetHint: 'Tippen Sie, um nach Name oder Code zu suchen',
  noTargets: 'Es gibt noch keine Zielgruppe. Erstellen Sie zuerst eine: Sie sagt, welche Kontakte die Datei enthält.',
  createTarget: 'Zielgruppe erstellen',
  holdsNow: 'Enthält zurzeit {n, plural, one {# Kontakt} other {# Kontakte}}.',
  holdsNone: 'Enthält zurzeit keine Kontakte: Die Vorlage wäre leer.',
  counting: 'Wird gezählt…',
  email: 'E-Mail',
  emailLinkHint:
    'Dorthin geht ein Link zur Datei, sobald sie bereit ist. Die Datei selbst geht nur an die Domains, die in den Einstellungen stehen: Dort steht keine.',
  emailHint:
    'Dorthin geht die Datei oder ein Link zu ihr, sobald sie bereit ist. Sie steht immer auch auf der Seite „Import“.',
  preview: 'Wie die Datei aussehen wird',
  previewLines: '{n, plural, one {# Zeile} other {# Zeilen}}, nach Kontaktnummer geordnet',
  format: 'Form der Datei',
  formats: { xlsx: 'Arbeitsmappe (.xlsx)', csv: 'CSV' },
  formatHints: {
    xlsx: 'Öffnet sich mit einem Doppelklick. Alle Zellen sind Text, damit kein Tabellenprogramm sie umschreibt, und Codes werden aus Listen gewählt.',
    csv: 'Für Programme, oder für ein Tabellenprogramm, das alle Spalten als Text öffnet. Sie kommt in einer .zip.',
  },
  fields: {
    label: 'Felder',
    chosenAll: 'alle {all, number}: {columns, plural, one {# Spalte} other {# Spalten}} in der Datei',
    chosen: '{n, number} von {all, number}: {columns, plural, one {# Spalte} other {# Spalten}} in der Datei',
    none: 'Keines ist gewählt: Wählen Sie mindestens eines.',
    search: 'Nach Code oder Name suchen',
    showAll: 'Alle',
    showNone: 'Keines',
    hint: 'Die Datei zeigt sie in dieser Reihenfolge. Verschieben Sie eines mit seinen Knöpfen, oder ziehen Sie es.',
    up: '{name} nach oben',
    down: '{name} nach unten',
    moved: '{name}: {place, number} von {of, number}',
  },
  untouched:
    'Lassen Sie eine [new]-Zelle leer, und nichts ändert sich; schreiben Sie Empty, um einen Wert zu entfernen.',
  button: 'Datei erstellen',
};
