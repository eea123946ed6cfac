import type { Translated } from '../../../spoken.js';
import type { upload as english } from '../../en/console/upload.js';

export const upload: Translated<typeof english> = {
  title: 'Nouvel import',
  lead: 'Renvoyez un modèle rempli, ou un fichier de contacts.',
  file: 'Fichier',
  drop: 'Déposez ici un .xlsx, un .csv ou un .zip, ou choisissez-le',
  choose: 'Choisir un fichier',
  chooseOther: 'Choisir un autre fichier',
  limit: 'Jusqu’à {size}',
  dataType: 'Type de données',
  action: 'Action',
  actions: { check: 'Contrôler la qualité du fichier', update: 'Mettre à jour les données en nombre' },
  actionHints: {
    check: 'Montre ce qui changerait et ce qui ne va pas. Rien n’est écrit.',
    update: 'Applique chaque bonne ligne. Les autres sont rejetées et expliquées.',
  },
  conflicts: 'Si une valeur a changé depuis la création du fichier',
  onConflict: { reject: 'Rejeter la ligne (recommandé)', overwrite: 'Écraser la valeur plus récente' },
  overwriteRefusals: 'Écraser aussi les refus',
  overwriteRefusalsHint:
    'Une autorisation aujourd’hui à Faux peut redevenir Vrai ou Vide. Seulement si ces personnes ont donné leur accord.',
  email: 'E-mail',
  emailHint: 'Un seul e-mail à la fin, avec les nombres.',
  start: { check: 'Contrôler le fichier', update: 'Mettre à jour les données' },
  sending: 'Envoi du fichier',
  stop: 'Arrêter l’envoi',
  stopped: 'L’envoi a été arrêté. Rien n’a été gardé.',
  found: {
    columns: '{n, plural, one {# colonne} other {# colonnes}} à importer',
    dataType: 'Cela ressemble à : {name}.',
    sheet: 'La feuille « {name} » est lue :',
    sheets: 'De chacun des {workbooks, number} classeurs, une feuille est lue, du premier « {name} » :',
    rows: '{n, plural, one {# ligne} other {# lignes}} sous l’en-tête.',
    rowsAbout: 'environ {n, plural, one {# ligne} other {# lignes}} sous l’en-tête.',
    counting: 'décompte de ses lignes…',
    rowsUnknown: 'le contrôle dira combien de lignes elle contient.',
  },
  doubtful: {
    XLS: 'C’est un ancien classeur Excel (.xls), qui ne peut pas être lu. Enregistrez-le en « Classeur Excel (.xlsx) » et choisissez ce fichier.',
    ENCRYPTED:
      'Ce classeur est protégé par un mot de passe et ne peut pas être lu. Enregistrez-le sans mot de passe en « Classeur Excel (.xlsx) » et choisissez ce fichier.',
    XLSB: 'C’est un classeur Excel binaire (.xlsb), qui ne peut pas être lu. Enregistrez-le en « Classeur Excel (.xlsx) » et choisissez ce fichier.',
    ODS: 'C’est un document LibreOffice (.ods), qui ne peut pas être lu. Enregistrez-le en « Excel 2007–365 (.xlsx) » et choisissez ce fichier.',
    NUMBERS:
      'C’est un document Apple Numbers, qui ne peut pas être lu. Dans Numbers, choisissez « Fichier », « Exporter vers », « Excel », puis choisissez ce .xlsx.',
    SPREADSHEET_IN_ZIP:
      'Ce .zip contient un type de document de tableur qui ne peut pas être lu. Enregistrez-le en « Classeur Excel (.xlsx) » et choisissez ce fichier.',
    WORKBOOK_UNREADABLE:
      'Ce classeur ne se laisse pas ouvrir : il semble endommagé. Ouvrez-le dans votre tableur, enregistrez-le de nouveau en « Classeur Excel (.xlsx) » et choisissez ce fichier.',
    NO_SHEET:
      'Ce classeur n’a aucune feuille avec des cellules. Choisissez le classeur que vous avez rempli, avec sa feuille « Contacts ».',
    SEVERAL_SHEETS:
      'Plusieurs feuilles de ce classeur ont une colonne CONTACT_NUMBER : impossible de savoir laquelle est la bonne. Nommez-la « Contacts », ou supprimez les autres.',
    NO_CONTACT_NUMBER:
      'La première ligne de sa feuille n’a pas de colonne CONTACT_NUMBER. Gardez la première ligne du modèle telle qu’elle était.',
    NO_NEW_COLUMN:
      'La première ligne de sa feuille n’a pas de colonne [new]. Gardez la première ligne du modèle telle qu’elle était.',
  },
  sendAllTheSame: 'Si vous pensez qu’il est bon, envoyez-le quand même : le contrôle regarde de plus près.',
  wrong: {
    FILE_EMPTY: 'Ce fichier est vide.',
    ZIP_WITHOUT_CSV: 'Ce .zip ne contient ni fichier .xlsx ni fichier .csv.',
    NOT_CSV: 'Ce n’est ni un fichier .xlsx, ni un fichier .csv, ni un fichier .zip.',
    tooLarge: 'Ce fichier dépasse les {limit} autorisés.',
    NO_CONTACT_NUMBER:
      'La première ligne n’a pas de colonne CONTACT_NUMBER. Gardez la ligne d’en-tête du modèle telle qu’elle était.',
    NO_NEW_COLUMN:
      'La première ligne n’a pas de colonne [new]. Gardez la ligne d’en-tête du modèle telle qu’elle était.',
    otherDataType: 'Les colonnes sont celles de « {is} », mais « {chosen} » est choisi.',
    UNREADABLE: 'Ce fichier ne peut pas être lu. Il a peut-être été déplacé ou est ouvert dans un autre programme.',
  },
};
