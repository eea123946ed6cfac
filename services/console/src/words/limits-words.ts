/** The limits of the API (`GET /v1/limits`), each with what it is counted for. */
const en = {
  title: 'Limits',
  lead: 'So much may be asked for, so that nobody holds up others; ordinary work does not come near. Who asks for more is told when to try again. Where several gateways run, each counts for itself.',
  requestsPerMinute: 'Requests a minute, of one key',
  listPagesPerMinute: 'Pages of contacts and further pages of lists a minute, of one key',
  heavyReadsAtOnce: 'Previews and searches at once, of the institution',
  heavyRead: 'Longest time for one of them',
  uploadsAtOnce: 'Uploads at once, of the institution',
  uploadBytesPerHour: 'Uploaded an hour, of the institution',
  uploadMaxBytes: 'Largest file',
  eventStreamsPerKey: 'Windows that follow live at once, of one key',
  eventStreamsAtOnce: 'Windows that follow live at once, of everybody',
  templateMailsPerRecipient: 'E-mails about templates an hour, to one address',
  templateMailsPerInstitution: 'E-mails about templates an hour, of the institution',
  signInFailuresPerHour: 'Sign-ins with a wrong key an hour, from one address',
};

const fr: typeof en = {
  title: 'Limites',
  lead: 'Voici ce qui peut être demandé, pour que personne ne retarde les autres ; le travail ordinaire en reste loin. Qui demande plus apprend quand réessayer. Là où plusieurs passerelles fonctionnent, chacune compte pour elle-même.',
  requestsPerMinute: 'Requêtes par minute, pour une clé',
  listPagesPerMinute: 'Pages de contacts et pages suivantes de listes par minute, pour une clé',
  heavyReadsAtOnce: 'Aperçus et recherches à la fois, pour l’institution',
  heavyRead: 'Durée la plus longue de l’un d’eux',
  uploadsAtOnce: 'Envois de fichiers à la fois, pour l’institution',
  uploadBytesPerHour: 'Envoyé par heure, pour l’institution',
  uploadMaxBytes: 'Fichier le plus grand',
  eventStreamsPerKey: 'Fenêtres qui suivent en direct à la fois, pour une clé',
  eventStreamsAtOnce: 'Fenêtres qui suivent en direct à la fois, pour tous',
  templateMailsPerRecipient: 'E-mails sur des modèles par heure, à une adresse',
  templateMailsPerInstitution: 'E-mails sur des modèles par heure, pour l’institution',
  signInFailuresPerHour: 'Connexions avec une mauvaise clé par heure, depuis une adresse',
};

export const limitsWords = { en, fr };
