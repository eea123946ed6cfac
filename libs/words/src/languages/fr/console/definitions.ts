import type { Translated } from '../../../spoken.js';
import type { definitions as english } from '../../en/console/definitions.js';

export const definitions: Translated<typeof english> = {
  title: 'Définitions',
  lead: 'Ce que votre institution note sur ses contacts : des critères avec leurs valeurs, et des autorisations.',
  lookUp: 'Ce qu’un fichier peut contenir : Consulter les valeurs des critères',
  onlyAdmins: 'Vous voyez ici les définitions. Seul le rôle administrateur peut les modifier.',
  criteria: 'Critères',
  newCriterion: 'Nouveau critère',
  noCriteria: 'Il n’y a pas encore de critère. Créez le premier avec « Nouveau critère », par exemple Profession.',
  noCriteriaViewer: 'Il n’y a pas encore de critère. Un administrateur crée le premier.',
  authorisations: 'Autorisations',
  newAuthorisation: 'Nouvelle autorisation',
  noAuthorisations:
    'Il n’y a pas encore d’autorisation. Créez la première avec « Nouvelle autorisation », par exemple E-mail.',
  noAuthorisationsViewer: 'Il n’y a pas encore d’autorisation. Un administrateur crée la première.',
  editOf: 'Modifier {name}',
  rankIs: 'Rang {rank, number}',
  values: '{n, plural, one {# valeur} other {# valeurs}}',
  valuesOf: 'Valeurs de {name}',
  noValues: 'Il n’y a pas encore de valeur : aucun contact ne peut en avoir une.',
  newValue: 'Nouvelle valeur',
  newValueOf: 'Nouvelle valeur de {name}',
  allValues: 'Afficher les {n, plural, one {# valeur} other {# valeurs}}',
  code: 'Code',
  codeHint:
    'Figure dans les noms de colonnes des fichiers et ne change jamais : lettres, chiffres, - et _, d’abord une lettre',
  valueCodeHint: 'Ce qui s’écrit dans une cellule, et ne change jamais : 60 caractères au plus, sans |',
  codeTaken: 'Ce code est déjà pris.',
  name: 'Nom',
  kind: 'Nature',
  kindHint: 'Elle ne peut plus être changée ensuite.',
  rank: 'Rang',
  rankHint: 'Ordre dans les listes et les fichiers, le plus petit d’abord',
  rankHintNew: 'Ordre dans les listes et les fichiers, le plus petit d’abord ; vide : à la fin',
  active: 'Actif',
  activeHint:
    'Ce qui n’est pas actif est gardé, mais ne figure dans aucun nouveau fichier et ne reçoit plus de valeur.',
  state: 'État',
  action: 'Action',
  create: 'Créer',
  saved: '{name} : enregistré.',
  stillOpen:
    'Cela prend plus de temps que d’habitude. Ce sera fait sans nouvelle demande ; revenez voir un peu plus tard.',
};
