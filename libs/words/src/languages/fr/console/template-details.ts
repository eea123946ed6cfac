import type { Translated } from '../../../spoken.js';
import type { templateDetails as english } from '../../en/console/template-details.js';

export const templateDetails: Translated<typeof english> = {
  notThere: 'Il n’y a pas de modèle à cette adresse',
  fields: '{n, plural, one {# champ choisi} other {# champs choisis}}',
  unzip: 'Décompressez le fichier et ouvrez ce qu’il contient dans votre tableur.',
  open: 'Ouvrez le fichier dans votre tableur.',
  goOn: 'Remplissez les cellules [new] que vous voulez modifier. Renvoyez-le ensuite avec « Nouveau ».',
  asItIs:
    'Enregistrez-le en classeur (.xlsx), tel qu’il est. Les cellules [old] sont verrouillées ; ce qui peut être saisi figure sur ses autres feuilles.',
  asText:
    'Ouvrez-le avec toutes les colonnes en texte : sinon, un tableur supprime les zéros au début des numéros de contact et réécrit les dates.',
};
