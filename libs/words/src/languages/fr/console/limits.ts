import type { Translated } from '../../../spoken.js';
import type { limits as english } from '../../en/console/limits.js';

export const limits: Translated<typeof english> = {
  title: 'Limites',
  lead: 'Voici ce qui peut être demandé, pour que personne ne retarde les autres ; le travail ordinaire en reste bien en deçà. Au-delà, il est dit quand réessayer. Là où plusieurs passerelles fonctionnent, chacune compte pour elle-même.',
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
  signInsPerHour: 'Connexions par le fournisseur d’identité par heure, depuis une adresse',
};
