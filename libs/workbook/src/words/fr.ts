import type { FieldKind } from '@roundtrip/contracts';
import type { SheetWords } from './words.js';

const forms: Readonly<Record<FieldKind, string>> = {
  LIST: 'un code de la liste',
  MULTI_LIST: 'des codes séparés par |, par exemple A|B\u00a0; ils remplacent tous ceux qui s’y trouvent',
  BOOLEAN: 'TRUE ou FALSE',
  AUTHORISATION: 'TRUE ou FALSE',
  TEXT: 'un texte de 1\u202f000 caractères au plus',
  NUMBER: 'un nombre, par exemple 12,5',
  DATE: 'une date, par exemple 2026-05-31',
};

export const french: SheetWords = {
  yes: 'oui',
  no: 'non',
  neverStated: 'jamais indiqué',
  removes: 'supprime la valeur',
  meaning: 'Signification',
  prompt: ({ code, kind }) => `${code}\u00a0: ${forms[kind]}. Vide ne change rien, Empty supprime la valeur.`,
  notInList:
    'Cette valeur n’est pas autorisée. Choisissez-en une dans la liste\u00a0; la feuille Values dit ce qu’elles signifient.',
  severalCodes:
    'Un code, ou plusieurs séparés par |, par exemple A|B. La feuille Values dit lesquels existent. Garder cette saisie\u00a0?',
  help: {
    title: 'Comment remplir ce classeur',
    sections: [
      {
        heading: 'Où écrire',
        sentences: [
          'Écrivez dans les cellules blanches [new] de la feuille Contacts. Une cellule [new] vide ne change rien\u00a0: ne remplissez que ce qui doit changer.',
          'Les cellules grises [old] montrent ce qui est connu aujourd’hui. Elles sont verrouillées, comme le numéro de contact et les noms, car le fichier déposé leur est comparé. Il n’y a pas de mot de passe\u00a0: ce verrou ne protège que des accidents.',
          'Vous pouvez filtrer, masquer des lignes et élargir des colonnes. Les lignes masquées sont lues comme les autres.',
          'Chaque cellule est un texte\u00a0: les zéros du début restent, et aucune date ni aucun nombre n’est réécrit.',
        ],
      },
      {
        heading: 'Ce qu’une cellule [new] peut contenir',
        sentences: [
          'Liste\u00a0: un code. Choisissez-le dans la liste de la cellule\u00a0; la feuille Values dit ce que les codes signifient.',
          'Plusieurs valeurs d’une liste\u00a0: des codes séparés par |, par exemple OPERA|JAZZ. Ils remplacent tous ceux qui s’y trouvent. Si le tableur demande confirmation, répondez oui.',
          'Oui ou non, et autorisations\u00a0: TRUE ou FALSE.',
          'Nombre\u00a0: des chiffres, avec un point ou une virgule avant les décimales. Date\u00a0: 2026-05-31 ou 31/05/2026. Texte\u00a0: 1\u202f000 caractères au plus.',
          'Le mot Empty supprime une valeur. Pour une autorisation, il signifie qu’elle n’a jamais été indiquée\u00a0; c’est autre chose que FALSE.',
        ],
      },
      {
        heading: 'Pour la suite',
        sentences: [
          'Enregistrez le classeur tel quel (.xlsx) et déposez-le sur l’écran Import, sous Nouveau. Choisissez d’abord le contrôle\u00a0: il ne change rien, et dit ce que ferait une mise à jour.',
          'Chaque ligne est examinée pour elle-même. Les bonnes sont appliquées\u00a0; les autres reviennent dans un classeur qui dit ce qui ne va pas, à corriger et à renvoyer.',
          'Ce que quelqu’un d’autre a changé depuis que ce classeur a été préparé n’est pas écrasé\u00a0: la ligne est rejetée, et montre la valeur qui s’y trouve maintenant.',
          'Ne renommez ni les feuilles ni les colonnes. Les lignes inutiles peuvent être supprimées.',
        ],
      },
    ],
  },
};
