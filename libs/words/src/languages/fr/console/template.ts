import type { Translated } from '../../../spoken.js';
import type { template as english } from '../../en/console/template.js';

export const template: Translated<typeof english> = {
  title: 'Télécharger un modèle d’import',
  lead: 'Les contacts d’une cible dans un tableau : une ligne par contact, avec une colonne [old] et une colonne [new] par champ.',
  dataType: 'Type de données',
  target: 'Cible',
  targetHint: 'Tapez pour chercher par nom ou par code',
  noTargets: 'Il n’y a pas encore de cible. Créez-en une : elle dit quels contacts le fichier contient.',
  createTarget: 'Créer une cible',
  holdsNow: 'Contient {n, plural, one {# contact} other {# contacts}} en ce moment.',
  holdsNone: 'Ne contient aucun contact : le modèle serait vide.',
  counting: 'Comptage…',
  email: 'E-mail',
  emailLinkHint:
    'Un lien vers le fichier y est envoyé dès qu’il est prêt. Le fichier lui-même ne part qu’aux domaines indiqués dans les Réglages : il n’y en a aucun.',
  emailHint:
    'Le fichier, ou un lien vers lui, y est envoyé dès qu’il est prêt. Il reste toujours disponible sur la page Import.',
  preview: 'À quoi ressemblera le fichier',
  previewLines: '{n, plural, one {# ligne} other {# lignes}}, dans l’ordre des numéros de contact',
  format: 'Forme du fichier',
  formats: { xlsx: 'Classeur (.xlsx)', csv: 'CSV' },
  formatHints: {
    xlsx: 'S’ouvre d’un double-clic. Toutes les cellules sont du texte, aucun tableur ne les réécrit, et les codes se choisissent dans des listes.',
    csv: 'Pour un programme, ou pour un tableur qui l’ouvre avec toutes les colonnes en texte. Il arrive dans un .zip.',
  },
  fields: {
    label: 'Champs',
    chosenAll: 'tous ({all, number}) : {columns, plural, one {# colonne} other {# colonnes}} dans le fichier',
    chosen: '{n, number} sur {all, number} : {columns, plural, one {# colonne} other {# colonnes}} dans le fichier',
    none: 'Aucun n’est choisi : choisissez-en au moins un.',
    search: 'Chercher par code ou par nom',
    showAll: 'Tous',
    showNone: 'Aucun',
    hint: 'Le fichier les montre dans cet ordre. Déplacez-en un par ses boutons, ou faites-le glisser.',
    up: 'Monter {name}',
    down: 'Descendre {name}',
    moved: '{name} : {place, number} sur {of, number}',
  },
  untouched: 'Laissez une cellule [new] vide et rien ne change ; écrivez Empty pour retirer une valeur.',
  button: 'Préparer le fichier',
};
