import type { Translated } from '../../spoken.js';
import type { faults as english } from '../en/faults.js';

export const faults: Translated<typeof english> = {
  IMPORT_FAILED:
    'Auf unserer Seite ist etwas schiefgegangen, und die Datei konnte nicht geprüft werden. Bitte starten Sie den Import noch einmal; es wurde kein Kontakt geändert.',
  UPDATE_FAILED:
    'Auf unserer Seite ist etwas schiefgegangen, und der Import wurde abgebrochen. Was angewendet war, bleibt und steht in der Datei der Änderungen; die übrigen Zeilen wurden nicht angerührt.',
  FILE_CHANGED:
    'Die gespeicherte Datei ist nicht mehr die, die hochgeladen wurde: Sie wurde im Speicher verändert. Sie wurde nicht gelesen, und es wurde kein Kontakt geändert. Bitte laden Sie sie noch einmal hoch, und sagen Sie es denen, die den Dienst betreiben.',
  PLAN_CHANGED:
    'Was aus der Datei gelesen worden war, wurde im Speicher verändert, und der Import wurde abgebrochen. Was angewendet war, bleibt und steht in der Datei der Änderungen; die übrigen Zeilen wurden nicht angerührt. Bitte laden Sie die Datei noch einmal hoch, und sagen Sie es denen, die den Dienst betreiben.',
  JOB_ABANDONED:
    'Wir haben mehrmals damit begonnen und sind nie zum Ende gekommen. Was bis dahin geändert war, bleibt. Bitte starten Sie den Auftrag noch einmal.',
  TEMPLATE_FAILED:
    'Auf unserer Seite ist etwas schiefgegangen, und die Vorlage konnte nicht erstellt werden. Bitte fordern Sie sie noch einmal an.',
  TARGET_UNKNOWN: 'Die Zielgruppe gibt es nicht mehr. Bitte wählen Sie eine andere.',
  RULE_INVALID:
    'Die Regel der Zielgruppe nennt ein Feld oder einen Wert, den es nicht mehr gibt. Bitte korrigieren Sie die Zielgruppe.',
  NO_ACTIVE_FIELDS: 'Es gibt kein aktives Feld dieses Datentyps.',
  FIELD_NOT_ACTIVE: 'Ein Feld, das für die Vorlage gewählt war, ist nicht mehr aktiv. Bitte wählen Sie die Felder neu.',
  INTERNAL_ERROR: 'Auf unserer Seite ist etwas schiefgegangen. Bitte versuchen Sie es später noch einmal.',
};
