import type { Translated } from '../../../spoken.js';
import type { people as english } from '../../en/console/people.js';

export const people: Translated<typeof english> = {
  title: 'Personen',
  lead: 'Wer sich ohne Schlüssel anmeldet, und was diese Personen dürfen.',
  noProvider:
    'Hier meldet sich niemand ohne Schlüssel an: Für diese Installation ist kein Anmeldedienst eingerichtet (OIDC_ISSUER).',
  groups: 'Gruppen und Rollen',
  groupsLead:
    'Was jemand darf, folgt aus den Gruppen, die {name} bei der Anmeldung nennt; die höchste Rolle zählt. Wessen Gruppen keine Rolle haben, wird nicht eingelassen.',
  noGroups: 'Noch hat keine Gruppe eine Rolle: Niemand wird eingelassen.',
  group: 'Gruppe',
  role: 'Rolle',
  roleOf: 'Rolle von {group}',
  seen: 'Personen',
  members: '{n, plural, =0 {noch niemand} one {# Person} other {# Personen}}',
  addGroup: 'Gruppe hinzufügen',
  removeGroup: '{group} entfernen',
  groupsSaved: 'Die Rollen der Gruppen sind gespeichert und gelten ab jetzt.',
  list: 'Wer sich angemeldet hat',
  nobody: 'Noch hat sich niemand angemeldet.',
  name: 'Name',
  itsGroups: 'Gruppen',
  signIns: 'Letzte Anmeldung',
  sessions: 'Sitzungen',
  you: 'Sie',
  refused: 'Nicht eingelassen: Keine der Gruppen hat eine Rolle',
  moreGroups: '{n, plural, one {und # weitere} other {und # weitere}}',
  firstSignIn: 'Erste: {when}',
  lastSeen: 'Zuletzt gesehen: {when}',
  erased: 'Gelöschte Person',
  endText:
    'Diese Person wird in dieser Institution überall abgemeldet, und Tokens von vorher gelten nicht mehr. Sie kann sich wieder anmelden, solange eine ihrer Gruppen eine Rolle hat: Um jemanden fernzuhalten, ändern Sie die Gruppen oder deren Rollen.',
  erase: 'Löschen',
  eraseOf: '{name} löschen',
  eraseTitle: 'Name und Adresse von „{name}“ löschen?',
  eraseGone:
    'Für immer fort sind der Name und die Adresse, in dieser Liste, überall, wo Vorlagen, Importe, Kontakte und Zielgruppen sagen, wer es war, und in der Aktivität. Alle Sitzungen der Person hier enden.',
  eraseStays:
    'Es bleibt, dass jemand getan hat, was getan wurde, und wann, unter einer Nummer, die nichts über die Person sagt; und die Dateien mit Änderungen von vorher, bis ihre Zeit um ist. Wer sich wieder anmeldet, steht wieder in der Liste.',
  isErased: 'Name und Adresse sind gelöscht.',
};
