import type { FileCode, Language } from '@roundtrip/contracts';

/** Why a file cannot be used, by code. */
const fileReasons: Readonly<Record<'en' | 'fr', Record<FileCode, string>>> = {
  en: {
    FILE_EMPTY: 'The file is empty.',
    FILE_TOO_LARGE: 'The file is larger than what can be uploaded.',
    FILE_NOT_CSV:
      'The file is neither an .xlsx nor a .csv file. Please save it as "Excel workbook (.xlsx)" in your spreadsheet, without a password; an .xls or .ods file cannot be read.',
    ZIP_NOT_ONE_CSV: 'The .zip must hold exactly one .xlsx or .csv file, or the parts of one template.',
    ZIP_BOMB: 'The .zip grows far too large when it is unpacked.',
    ZIP_CORRUPT: 'The .zip is damaged. Please make it again, or upload the file itself.',
    ZIP_ENCRYPTED: 'The .zip is protected by a password. Please upload one without.',
    ENCODING_INVALID: 'The characters of the file cannot be read. Please save it as "CSV UTF-8".',
    HEADER_MISSING_COLUMN:
      'A column is missing in the first line: there must be CONTACT_NUMBER and at least one column to change.',
    HEADER_DUPLICATE: 'A column stands twice in the first line.',
    HEADER_UNKNOWN_FIELD:
      'A column in the first line is none that we know. Please keep the first line of the template as it was.',
    WRONG_DATA_TYPE: 'The columns of the file belong to another data type than the one that was chosen.',
    TOO_MANY_COLUMNS: 'The file has too many columns.',
    RECORD_TOO_LARGE: 'A line of the file is too long.',
    QUOTE_NOT_CLOSED: 'A quotation mark is opened and never closed, so that the lines cannot be told apart.',
    NO_DATA_ROWS: 'The file has a first line with the columns, but no line with a contact.',
    TOO_MANY_ROWS: 'The file has more lines than one import may have.',
    ENCODING_UNCERTAIN:
      'It is not certain how the letters of the file are to be read. Please pick the reading that is right on the page of the import, or save the file as "CSV UTF-8".',
    WORKBOOK_DAMAGED:
      'The workbook is damaged or was cut off. Please open it in your spreadsheet and save it again as "Excel workbook (.xlsx)", or download the template again.',
    WORKBOOK_SHEET_MISSING:
      'No sheet of the workbook has a column CONTACT_NUMBER in its first row. Please keep the sheet "Contacts" of the template.',
    WORKBOOK_SHEET_AMBIGUOUS:
      'Several sheets of the workbook have a column CONTACT_NUMBER. Please call the one that is meant "Contacts", or delete the others.',
    FILE_SORTED_APART:
      'Columns of the file were sorted without the others, so that values stand beside other contacts. Nothing was applied. Please start again from the template, and select the whole table before you sort it.',
    COLUMN_DAMAGED:
      'A spreadsheet has damaged a column that nobody is asked to edit. Nothing was applied. Please take the template as a workbook (.xlsx) and copy your [new] cells into it, or open the .csv with all columns as text.',
  },
  fr: {
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
  },
};

export const fileReason = (language: Language, code: string): string | undefined =>
  Object.entries(fileReasons[language === 'fr' ? 'fr' : 'en']).find(([one]) => one === code)?.[1];
