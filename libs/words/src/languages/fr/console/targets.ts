import type { Translated } from '../../../spoken.js';
import type { targets as english } from '../../en/console/targets.js';

export const targets: Translated<typeof english> = {
  lead: 'Des requêtes enregistrées sur les contacts. Une cible est évaluée à chaque utilisation.',
  create: 'Nouvelle cible',
  filter: 'Filtrer par nom ou code',
  emptyTitle: 'Pas encore de cible',
  emptyHint: 'Créez-en une : elle dit quels contacts un modèle d’import contient.',
  holdsAll: 'Tous les contacts',
  holdsNone: 'Aucun contact',
  holds: 'Contacts pour lesquels {sentence}',
  holdsAllBut: 'Tous les contacts, sauf ceux pour lesquels {sentence}',
  holdsBut: 'Contacts pour lesquels {sentence}, sauf ceux pour lesquels {not}',
  changed: 'modifiée le {when}',
  editLead: 'Le nombre et l’échantillon suivent vos choix. Un modèle en préparation garde la règle de son départ.',
  codeHint: 'Fait partie du nom de ses fichiers : lettres, chiffres, - et _',
  rule: 'Règle',
  incomplete: 'Une condition n’a pas encore de valeur.',
  sample: 'Contacts de cette cible',
  firstOf: 'Les {n, number} premiers :',
  deleteTitle: 'Supprimer la cible {name} ?',
  deleteText: 'Aucun contact n’est modifié. Les modèles déjà préparés restent.',
};
