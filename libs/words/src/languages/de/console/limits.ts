import type { Translated } from '../../../spoken.js';
import type { limits as english } from '../../en/console/limits.js';

export const limits: Translated<typeof english> = {
  title: 'Grenzen',
  lead: 'So viel darf angefordert werden, damit niemand andere aufhält; gewöhnliche Arbeit kommt nicht in die Nähe. Wer mehr anfordert, erfährt, wann er es wieder versuchen kann. Wo mehrere Gateways laufen, zählt jedes für sich.',
  requestsPerMinute: 'Anfragen in der Minute, je Schlüssel',
  listPagesPerMinute: 'Seiten von Kontakten und weitere Seiten von Listen in der Minute, je Schlüssel',
  heavyReadsAtOnce: 'Vorschauen und Suchen zugleich, je Institution',
  heavyRead: 'Längste Dauer für eine davon',
  uploadsAtOnce: 'Dateien, die zugleich hochgeladen werden, je Institution',
  uploadBytesPerHour: 'Hochgeladen in der Stunde, je Institution',
  uploadMaxBytes: 'Größte Datei',
  eventStreamsPerKey: 'Fenster, die zugleich live folgen, je Schlüssel',
  eventStreamsAtOnce: 'Fenster, die zugleich live folgen, von allen',
  templateMailsPerRecipient: 'E-Mails über Vorlagen in der Stunde, an eine Adresse',
  templateMailsPerInstitution: 'E-Mails über Vorlagen in der Stunde, je Institution',
  signInFailuresPerHour: 'Anmeldungen mit einem falschen Schlüssel in der Stunde, von einer Adresse',
  signInsPerHour: 'Anmeldungen über den Anmeldedienst in der Stunde, von einer Adresse',
};
