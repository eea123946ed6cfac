import type { Words } from '../words.js';

export const french: Words = {
  dataTypes: { criteria: 'critères', authorisations: 'autorisations', contacts: 'contacts' },
  undoOf: (importId) => `annulation de l'import ${importId}`,
  failed:
    'Une erreur est survenue de notre côté. Veuillez réessayer, et prévenir votre administrateur si cela se reproduit.',
  reasons: {
    FILE_EMPTY: 'Le fichier est vide.',
    FILE_TOO_LARGE: 'Le fichier dépasse la taille autorisée.',
    FILE_NOT_CSV:
      "Le fichier n'est ni un fichier .xlsx ni un fichier .csv. Veuillez l'enregistrer dans votre tableur en « Classeur Excel (.xlsx) », sans mot de passe ; un fichier .xls ou .ods ne peut pas être lu.",
    ZIP_NOT_ONE_CSV: "Le .zip doit contenir exactement un fichier .xlsx ou .csv, ou les parties d'un seul modèle.",
    ZIP_BOMB: 'Une fois décompressé, le .zip devient beaucoup trop volumineux.',
    ZIP_CORRUPT: 'Le .zip est endommagé. Veuillez le recréer ou déposer directement le fichier.',
    ZIP_ENCRYPTED: 'Le .zip est protégé par un mot de passe. Veuillez en déposer un sans mot de passe.',
    ENCODING_INVALID: "Les caractères du fichier ne peuvent pas être lus. Veuillez l'enregistrer en « CSV UTF-8 ».",
    HEADER_MISSING_COLUMN:
      'Il manque une colonne dans la première ligne : il faut CONTACT_NUMBER et au moins une colonne à modifier.',
    HEADER_DUPLICATE: 'Une colonne figure deux fois dans la première ligne.',
    HEADER_UNKNOWN_FIELD:
      'Une colonne de la première ligne est inconnue. Veuillez garder la première ligne du modèle telle quelle.',
    WRONG_DATA_TYPE: 'Les colonnes du fichier correspondent à un autre type de données que celui qui a été choisi.',
    TOO_MANY_COLUMNS: 'Le fichier contient trop de colonnes.',
    RECORD_TOO_LARGE: 'Une ligne du fichier est trop longue.',
    QUOTE_NOT_CLOSED: "Un guillemet ouvert n'est jamais fermé ; les lignes ne peuvent donc pas être distinguées.",
    NO_DATA_ROWS: 'Le fichier contient la ligne des colonnes, mais aucune ligne de contact.',
    TOO_MANY_ROWS: "Le fichier contient plus de lignes qu'un import ne peut en avoir.",
    ENCODING_UNCERTAIN:
      "On ne sait pas comment lire les lettres du fichier. Veuillez choisir la bonne lecture sur la page de l'import, ou enregistrer le fichier en « CSV UTF-8 ».",
    WORKBOOK_DAMAGED:
      "Le classeur est endommagé ou incomplet. Veuillez l'ouvrir dans votre tableur et l'enregistrer à nouveau en « Classeur Excel (.xlsx) », ou télécharger le modèle à nouveau.",
    WORKBOOK_SHEET_MISSING:
      "Aucune feuille du classeur n'a de colonne CONTACT_NUMBER dans sa première ligne. Veuillez garder la feuille « Contacts » du modèle.",
    WORKBOOK_SHEET_AMBIGUOUS:
      'Plusieurs feuilles du classeur ont une colonne CONTACT_NUMBER. Veuillez appeler « Contacts » celle qui est à lire, ou supprimer les autres.',
    FILE_SORTED_APART:
      "Des colonnes du fichier ont été triées sans les autres : des valeurs se trouvent à côté d'autres contacts. Rien n'a été appliqué. Veuillez repartir du modèle et sélectionner tout le tableau avant de trier.",
    COLUMN_DAMAGED:
      "Un tableur a abîmé une colonne que personne n'est censé modifier. Rien n'a été appliqué. Veuillez prendre le modèle en classeur .xlsx et y copier vos cellules [new], ou ouvrir le .csv avec toutes les colonnes en texte.",
    TARGET_UNKNOWN: "La cible n'existe plus.",
    RULE_INVALID: "La règle de la cible nomme un champ ou une valeur qui n'existe plus. Veuillez corriger la cible.",
    NO_ACTIVE_FIELDS: "Il n'y a aucun champ actif de ce type de données.",
    FIELD_NOT_ACTIVE: "Un champ choisi pour le modèle n'est plus actif. Veuillez choisir les champs à nouveau.",
    JOB_ABANDONED:
      "Nous avons recommencé plusieurs fois sans pouvoir aller jusqu'au bout. Ce qui avait déjà été modifié le reste. Veuillez recommencer la demande.",
    IMPORT_FAILED:
      "Une erreur est survenue de notre côté, et le fichier n'a pas pu être examiné. Veuillez relancer l'import ; aucun contact n'a été modifié.",
    UPDATE_FAILED:
      "Une erreur est survenue de notre côté, et l'import a été arrêté. Ce qui avait été appliqué le reste et figure dans le fichier des modifications ; les autres lignes n'ont pas été touchées.",
  },
};
