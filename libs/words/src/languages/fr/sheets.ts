import type { Translated } from '../../spoken.js';
import type { sheets as english } from '../en/sheets.js';

export const sheets: Translated<typeof english> = {
  yes: 'oui',
  no: 'non',
  neverStated: 'jamais indiqué',
  removes: 'supprime la valeur',
  meaning: 'Signification',
  forms: {
    LIST: 'un code de la liste',
    MULTI_LIST: 'des codes séparés par |, par exemple A|B ; ils remplacent tous ceux qui s’y trouvent',
    BOOLEAN: 'TRUE ou FALSE',
    AUTHORISATION: 'TRUE ou FALSE',
    TEXT: 'un texte de {max, number} caractères au plus',
    NUMBER: 'un nombre, par exemple 12,5',
    DATE: 'une date, par exemple 2026-05-31',
  },
  prompt: '{code} : {form}. Vide ne change rien, Empty supprime la valeur.',
  notInList:
    'Cette valeur n’est pas autorisée. Choisissez-en une dans la liste ; la feuille Values dit ce qu’elles signifient.',
  severalCodes:
    'Un code, ou plusieurs séparés par |, par exemple A|B. La feuille Values dit lesquels existent. Garder cette saisie ?',
  help: {
    title: 'Comment remplir ce classeur',
    typing: {
      heading: 'Où écrire',
      white:
        'Écrivez dans les cellules blanches [new] de la feuille Contacts. Une cellule [new] vide ne change rien : ne remplissez que ce qui doit changer.',
      grey: 'Les cellules grises [old] montrent ce qui est connu aujourd’hui. Elles sont verrouillées, comme le numéro de contact et les noms, car le fichier envoyé leur est comparé. Il n’y a pas de mot de passe : ce verrou ne protège que des accidents.',
      filter:
        'Vous pouvez filtrer, masquer des lignes et élargir des colonnes. Les lignes masquées sont lues comme les autres.',
      texts: 'Chaque cellule est un texte : les zéros du début restent, et aucune date ni aucun nombre n’est réécrit.',
    },
    values: {
      heading: 'Ce qu’une cellule [new] peut contenir',
      list: 'Liste : un code. Choisissez-le dans la liste de la cellule ; la feuille Values dit ce que les codes signifient.',
      several:
        'Plusieurs valeurs d’une liste : des codes séparés par |, par exemple OPERA|JAZZ. Ils remplacent tous ceux qui s’y trouvent. Si le tableur demande confirmation, répondez oui.',
      yesNo: 'Oui ou non, et autorisations : TRUE ou FALSE.',
      others:
        'Nombre : des chiffres, avec un point ou une virgule avant les décimales. Date : 2026-05-31 ou 31/05/2026. Texte : {max, number} caractères au plus.',
      empty:
        'Le mot Empty supprime une valeur. Pour une autorisation, il signifie qu’elle n’a jamais été indiquée ; c’est autre chose que FALSE.',
    },
    next: {
      heading: 'Pour la suite',
      upload:
        'Enregistrez le classeur tel quel (.xlsx) et envoyez-le sur l’écran Import, sous Nouveau. Choisissez d’abord le contrôle : il ne change rien, et dit ce que ferait une mise à jour.',
      lines:
        'Chaque ligne est examinée pour elle-même. Les bonnes sont appliquées ; les autres reviennent dans un classeur qui dit ce qui ne va pas, à corriger et à renvoyer.',
      conflicts:
        'Ce que quelqu’un d’autre a modifié depuis que ce classeur a été préparé n’est pas écrasé : la ligne est rejetée, et montre la valeur qui s’y trouve maintenant.',
      names: 'Ne renommez ni les feuilles ni les colonnes. Les lignes inutiles peuvent être supprimées.',
    },
  },
};
