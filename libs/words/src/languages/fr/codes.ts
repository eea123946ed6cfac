import type { Translated } from '../../spoken.js';
import type { codes as english } from '../en/codes.js';

export const codes: Translated<typeof english> = {
  FILE_EMPTY: 'Le fichier ne contient rien. Envoyez le modèle que vous avez rempli.',
  FILE_TOO_LARGE:
    'Le fichier est plus grand que ce qui peut être envoyé. Partagez-le en plusieurs, chacun avec la ligne d’en-tête, ou mettez-le dans un .zip.',
  FILE_NOT_CSV:
    'Ce n’est ni un classeur .xlsx ni un fichier .csv. Ouvrez-le dans votre tableur, enregistrez-le sans mot de passe en « Classeur Excel (.xlsx) » et envoyez ce fichier.',
  ZIP_NOT_ONE_CSV:
    'Le .zip doit contenir un seul fichier .xlsx ou .csv, ou toutes les parties d’un même modèle et rien d’autre.',
  ZIP_BOMB: 'Une fois ouvert, le .zip est trop grand. Envoyez le fichier lui-même, au besoin en plusieurs parties.',
  ZIP_CORRUPT: 'Le .zip est endommagé. Refaites-le ou téléchargez-le à nouveau.',
  ZIP_ENCRYPTED: 'Le .zip est protégé par un mot de passe. Envoyez le fichier lui-même, ou un .zip sans mot de passe.',
  ENCODING_INVALID:
    'Les lettres du fichier ne peuvent pas être lues. Ouvrez-le dans votre tableur et enregistrez-le en « CSV UTF-8 ».',
  HEADER_MISSING_COLUMN:
    'Une colonne manque dans la première ligne : il faut CONTACT_NUMBER et au moins une colonne à modifier. Gardez la ligne du modèle telle quelle, sans rien au-dessus, et enregistrez le fichier en « CSV UTF-8 ».',
  HEADER_DUPLICATE: 'Une colonne figure deux fois dans la première ligne. Gardez-en une seule.',
  HEADER_UNKNOWN_FIELD:
    'Une colonne n’a pas de nom, ou ne correspond à aucun champ actif de votre institution. Les codes sont comparés exactement : majuscules et accents comptent.',
  WRONG_DATA_TYPE: 'Les colonnes sont celles d’un autre type de données. Choisissez ce type, ou un autre fichier.',
  TOO_MANY_COLUMNS:
    'Le fichier a trop de colonnes. Gardez celles du modèle et supprimez les cellules à leur droite, même vides.',
  RECORD_TOO_LARGE:
    'Une ligne contient trop de texte. Cherchez-y un texte qui n’a rien à y faire, puis supprimez-le ou raccourcissez-le.',
  QUOTE_NOT_CLOSED:
    'Un guillemet (") ouvre une cellule et aucun ne la ferme. Supprimez-le, ou fermez la cellule par un autre guillemet.',
  NO_DATA_ROWS:
    'Sous la ligne d’en-tête, il n’y a aucune ligne. Envoyez le modèle avec les lignes que vous voulez modifier.',
  TOO_MANY_ROWS: 'Le fichier a trop de lignes. Partagez-le en plusieurs, chacun avec la ligne d’en-tête.',
  ENCODING_UNCERTAIN:
    'Le fichier n’est pas enregistré en UTF-8, et rien ne dit comment lire ses lettres : rien n’a été écrit. Choisissez la lecture juste de ses mots, et le fichier sera contrôlé à nouveau ; ou enregistrez-le en « CSV UTF-8 ».',
  WORKBOOK_DAMAGED:
    'Le classeur est endommagé ou incomplet. Ouvrez-le dans votre tableur, enregistrez-le à nouveau en « Classeur Excel (.xlsx) » et envoyez ce fichier, ou téléchargez le modèle à nouveau.',
  WORKBOOK_SHEET_MISSING:
    'Aucune feuille du classeur n’a de colonne CONTACT_NUMBER dans sa première ligne. Gardez celle du modèle, et appelez la feuille « Contacts ».',
  WORKBOOK_SHEET_AMBIGUOUS:
    'Plusieurs feuilles du classeur ont une colonne CONTACT_NUMBER : on ne sait pas laquelle est à lire. Appelez-la « Contacts », ou supprimez les autres.',
  FILE_SORTED_APART:
    'Des colonnes ont été triées sans les autres : des valeurs se trouvent à côté d’autres contacts, et rien n’a été appliqué. Repartez du modèle, ou d’une copie d’avant le tri, et sélectionnez tout le tableau avant de trier.',
  COLUMN_DAMAGED:
    'Une colonne que personne n’est censé modifier a été abîmée par un tableur ; d’autres peuvent l’être aussi, et rien n’a été appliqué. Reprenez le modèle en classeur .xlsx et copiez-y vos cellules [new], ou ouvrez le .csv avec toutes les colonnes en texte.',
  ROW_WIDTH:
    'Cette ligne n’a pas autant de cellules que l’en-tête : on ne sait pas quelle valeur va dans quelle colonne. Donnez une cellule à chaque colonne, même vide.',
  CONTROL_CHARACTER:
    'Une cellule contient un caractère invisible. Saisissez-la à nouveau et enregistrez le fichier en « CSV UTF-8 ».',
  CONTACT_NUMBER_MISSING:
    'Le numéro de contact manque : on ne sait pas de qui il s’agit. Reprenez-le du modèle, ou supprimez la ligne.',
  CONTACT_UNKNOWN:
    'Ce contact n’existe pas ici, ou ne peut plus être modifié. Vérifiez le numéro : majuscules et zéros de tête comptent, et les tableurs aiment retirer les zéros. Un nouveau contact a besoin de LAST_NAME ou de COMPANY.',
  CONTACT_DUPLICATE_ROW:
    'Le même contact figure sur plusieurs lignes : aucune n’est appliquée. Gardez-en une seule, ou corrigez le numéro de l’autre.',
  EMAIL_MISMATCH:
    'L’adresse e-mail n’est pas celle de ce contact. Si beaucoup de lignes le disent, une colonne a été triée sans les autres : repartez du modèle. Si seule l’adresse a changé, videz la cellule EMAIL.',
  CODE_UNKNOWN:
    'Ce code n’existe pas pour ce champ. Les codes sont comparés exactement : majuscules et accents comptent. Voyez « Consulter les valeurs des critères ».',
  CODE_INACTIVE: 'Ce code n’est plus utilisé et ne peut pas être donné. Choisissez un code actif.',
  MULTIPLE_NOT_ALLOWED: 'Plusieurs codes sont écrits, mais ce champ n’en prend qu’un. Gardez-en un seul.',
  VALUE_LIST_SYNTAX:
    'La liste de codes ne peut pas être lue. Séparez les codes par un seul |, ou écrivez Empty seul pour tout retirer.',
  BOOLEAN_INVALID:
    'Ce n’est ni TRUE ni FALSE. Écrivez TRUE ou FALSE, Empty pour retirer la valeur, ou laissez la cellule vide pour ne rien changer.',
  NUMBER_INVALID:
    'Ce n’est pas un nombre. Écrivez des chiffres, avec signe et virgule au besoin, sans espace de milliers ni unité.',
  DATE_INVALID: 'Ce n’est pas une date du calendrier. Écrivez par exemple 2025-03-31, 31.03.2025 ou 31/03/2025.',
  TEXT_TOO_LONG: 'Le texte est trop long. Raccourcissez-le.',
  EMAIL_INVALID:
    'Ce n’est pas une adresse e-mail, ou il y en a plusieurs. Écrivez-en une seule, comme marie@example.org, ou videz la cellule pour ne rien changer.',
  VALUE_DAMAGED:
    'C’est ce qu’un tableur a laissé d’une valeur : un numéro raccourci, l’erreur d’une formule ou une colonne trop étroite. Saisissez la valeur à nouveau, ou videz la cellule pour ne rien changer.',
  CELL_ERROR_VALUE:
    'La cellule montre une erreur du tableur au lieu d’une valeur. Saisissez la valeur, ou videz la cellule pour ne rien changer.',
  FORMULA_WITHOUT_VALUE:
    'La cellule contient une formule dont le fichier ne garde pas le résultat. Ouvrez le classeur dans votre tableur et enregistrez-le à nouveau, ou saisissez la valeur à la place de la formule.',
  DATE_WITH_TIME: 'La cellule contient une heure. Écrivez la date seule, par exemple 2025-03-31.',
  CONFLICT:
    'La valeur a été modifiée entre-temps. Pour garder celle d’aujourd’hui, videz la cellule [new]. Pour imposer la vôtre, renvoyez la ligne depuis le fichier des lignes rejetées.',
  CONFLICT_REFUSAL:
    'Le contact a refusé : la valeur est FALSE aujourd’hui. Ni un fichier qui ne le sait pas, ni une annulation ne lève ce refus. Dans le fichier des lignes rejetées, la cellule [new] est vide : laissez-la ainsi pour garder le refus, ou saisissez de nouveau la valeur. Seul un administrateur peut lever des refus par une option.',
  FIELD_INACTIVE:
    'Un champ du fichier a été désactivé depuis. Ses colonnes sont ignorées, car aucune de leurs cellules [new] n’est remplie.',
  OLD_COLUMN_MISSING:
    'Une colonne [old] manque : on ne voit pas si quelqu’un a modifié ce champ depuis. Sans elle, les cellules sont appliquées quelle que soit la valeur d’aujourd’hui ; seul un refus reste.',
  OLD_UNREADABLE:
    'La cellule [old] est vide ou a été modifiée, et ne peut pas être lue. Laissez les cellules [old] telles qu’elles sont dans le modèle.',
  ENCODING_DETECTED:
    'Le fichier n’est pas enregistré en UTF-8 ; ses lettres ont été lues dans l’encodage qui donne les noms de vos contacts. Les lettres que cet encodage n’a pas ont été remplacées par des points d’interrogation.',
  ENCODING_ASSUMED:
    'Le fichier n’est pas enregistré en UTF-8, et ses noms ne disent pas dans quel encodage il l’est ; ses lettres ont été lues pour l’instant comme du Windows-1252. Choisissez la lecture juste de ses mots, ou enregistrez-le en « CSV UTF-8 ».',
  SAME_FILE_AGAIN:
    'Le même fichier a déjà servi à une mise à jour. Les lignes déjà appliquées sont alors inchangées, sauf si quelqu’un les a modifiées depuis.',
  LEADING_ZEROS_LOST:
    'Le numéro semble avoir perdu ses zéros de tête dans un tableur. Écrivez-le avec ses zéros, ou repartez du modèle.',
  FORMULA_READ:
    'La cellule est une formule : c’est son résultat au moment de l’enregistrement qui a été lu. S’il n’est pas ce que vous voulez, copiez la cellule et collez-la comme valeur.',
  ROWS_HIDDEN:
    'Des lignes de la feuille sont masquées, par un filtre ou à la main. Elles comptent comme les autres. Supprimez celles qui ne doivent pas être importées.',
  CELLS_MERGED:
    'Des cellules de la feuille sont fusionnées : leur contenu compte pour la première, les autres sont vides. Défusionnez-les et remplissez chaque cellule.',
};
