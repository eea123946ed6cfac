import type { Translated } from '../../../spoken.js';
import type { people as english } from '../../en/console/people.js';

export const people: Translated<typeof english> = {
  title: 'Personnes',
  lead: 'Qui se connecte sans clé, et ce que chacun peut faire.',
  noProvider:
    'Ici, personne ne se connecte sans clé : aucun fournisseur d’identité n’a été configuré pour cette installation (OIDC_ISSUER).',
  groups: 'Groupes et rôles',
  groupsLead:
    'Ce que chacun peut faire dépend de ses groupes, tels que {name} les indique à la connexion : le rôle le plus élevé compte. Qui n’a aucun groupe doté d’un rôle ne peut pas entrer.',
  noGroups: 'Aucun groupe n’a encore de rôle : personne ne peut entrer.',
  group: 'Groupe',
  role: 'Rôle',
  roleOf: 'Rôle de {group}',
  seen: 'Personnes',
  members: '{n, plural, =0 {encore personne} one {# personne} other {# personnes}}',
  addGroup: 'Ajouter un groupe',
  removeGroup: 'Retirer {group}',
  groupsSaved: 'Les rôles des groupes sont enregistrés et valent dès maintenant.',
  list: 'Qui s’est connecté',
  nobody: 'Personne ne s’est encore connecté.',
  name: 'Nom',
  itsGroups: 'Groupes',
  signIns: 'Dernière connexion',
  sessions: 'Sessions ouvertes',
  you: 'Vous',
  refused: 'Entrée refusée : aucun des groupes n’a de rôle',
  moreGroups: '{n, plural, one {et # autre} other {et # autres}}',
  firstSignIn: 'Première : {when}',
  lastSeen: 'Vu pour la dernière fois : {when}',
  erased: 'Personne effacée',
  endText:
    'Cette personne est déconnectée partout dans cette institution, et les jetons émis jusqu’à maintenant ne valent plus rien. Elle peut se connecter à nouveau tant qu’un de ses groupes a un rôle : pour l’en empêcher, changez ses groupes ou leurs rôles.',
  erase: 'Effacer',
  eraseOf: 'Effacer {name}',
  eraseTitle: 'Effacer le nom et l’adresse de « {name} » ?',
  eraseGone:
    'Disparaissent pour toujours : le nom et l’adresse, dans cette liste, là où les modèles, les imports, les contacts et les cibles disent qui c’était, et dans l’activité. Toutes les sessions de la personne ici prennent fin.',
  eraseStays:
    'Reste : que quelqu’un a fait ce qui a été fait, et quand, sous un numéro qui ne dit rien de la personne ; et les fichiers de modifications faits auparavant, tant qu’ils sont conservés. Qui se connecte à nouveau figure à nouveau dans la liste.',
  isErased: 'Le nom et l’adresse sont effacés.',
};
