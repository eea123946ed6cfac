import type { Translated } from '../../spoken.js';
import type { sentences as english } from '../en/sentences.js';

export const sentences: Translated<typeof english> = {
  error: '{code} : {words}',
  'error-in-column': '{code} dans {column} : {words}',
  'did-you-mean': 'Vouliez-vous dire {meant} ?',
  'open-as-text':
    'Pour l’éviter, ouvrez le fichier avec toutes les colonnes en texte (dans Excel par « Données › À partir d’un fichier texte/CSV » sans détection du type de données, dans LibreOffice par le type de colonne « Texte » dans la fenêtre d’import), et mettez les cellules [new] au format texte avant de saisir.',
  'move-cells-back':
    'Comparez la ligne avec le modèle et remettez ses cellules sous leurs colonnes ; videz des cellules au lieu d’en supprimer ou d’en insérer.',
  'boolean-neither': '« {value} » n’est ni TRUE ni FALSE, et {field} ne prend rien d’autre.',
  'boolean-how':
    'Écrivez TRUE ou FALSE, Empty pour retirer la valeur, ou laissez la cellule vide pour ne rien changer.',
  'code-unknown': '« {value} » n’est pas un code de valeur de {field}.',
  'code-without-zeros': 'Un tableur l’a pris pour un nombre et a retiré les zéros de tête.',
  'code-inactive': '« {value} » est une valeur de {field} qui n’est plus utilisée : elle ne peut pas être donnée.',
  'meant-empty': 'Vouliez-vous dire Empty ? Écrit ainsi, il retire la valeur.',
  'codes-exact': 'Les codes sont comparés exactement : majuscules et accents comptent.',
  'look-alike': 'Ils se ressemblent, mais le caractère {position, number} est un autre : {found} au lieu de {wanted}.',
  'codes-none': '{field} n’a pas de valeur active.',
  'codes-allowed': 'Codes permis : {codes}.',
  'codes-allowed-first':
    'Codes permis : {codes} et {more, number} de plus (voir « Consulter les valeurs des critères »).',
  'codes-several': '« {value} » nomme plusieurs codes, et {field} n’en prend qu’un.',
  'codes-one': 'Écrivez un seul code.',
  'codes-syntax': '« {value} » n’est pas une liste de codes pour {field} : il en manque un à côté d’un |.',
  'codes-join': 'Séparez les codes par un seul |, ou écrivez Empty pour les retirer tous.',
  'codes-join-meant': 'Séparez les codes par | : vouliez-vous dire {meant} ?',
  'empty-alone': 'Pour retirer tous les codes, écrivez Empty seul, sans |.',
  'country-letters': 'Écrivez le pays en deux lettres, comme FR, DE ou CH (ISO 3166).',
  'never-removed': '{column} ne peut pas être retiré : chaque contact en a un.',
  'never-removed-how': 'Écrivez {first} ou {second}, ou laissez la cellule vide pour ne rien changer.',
  'email-several':
    '« {value} » contient {count, plural, one {# adresse e-mail} other {# adresses e-mail}}, et {column} n’en prend qu’une.',
  'email-none': '« {value} » n’est pas une adresse e-mail.',
  'email-keep-one': 'Gardez celle qui appartient à ce contact et supprimez les autres.',
  'email-how': 'Écrivez une seule adresse, comme marie@example.org, ou videz la cellule pour ne rien changer.',
  'date-unreal': '« {value} » n’est pas une date du calendrier, et {field} prend une vraie date.',
  'date-unreadable': '« {value} » n’est pas une date que {field} peut lire.',
  'date-how': 'Écrivez année, mois, jour comme 2025-03-31, ou jour, mois, année comme 31.03.2025 ou 31/03/2025.',
  'number-none': '« {value} » n’est pas un nombre que {field} peut contenir.',
  'number-how':
    'N’écrivez que des chiffres, {digits, number} au plus, avec un signe et un point ou une virgule décimale au besoin, comme -12.5 : pas d’espace de milliers, pas d’unité, pas d’exposant.',
  'text-too-long':
    '« {value} » compte {length, plural, one {# caractère} other {# caractères}}, et {field} en contient {most, number} au plus.',
  'text-shorten': 'Raccourcissez le texte de {count, plural, one {# caractère} other {# caractères}}.',
  'value-damaged': '« {value} » est ce qu’un tableur a laissé d’une valeur, et {field} n’en a pas de telle.',
  'type-again': 'Saisissez la valeur à nouveau, ou videz la cellule pour ne rien changer.',
  'zeros-maybe-lost': 'Des zéros de tête peuvent manquer aussi.',
  'number-from-template': 'Reprenez le numéro du modèle.',
  'damage-narrow': 'La colonne était trop étroite pour montrer la valeur quand le fichier a été enregistré.',
  'damage-formula': 'Le tableur a pris la cellule pour une formule et n’a pas pu la calculer.',
  'damage-rounded':
    'Un tableur a pris un long numéro pour une quantité et l’a raccourci : les chiffres qui manquent sont perdus.',
  'damage-like-date': 'Cela ressemble à une date : les tableurs font des dates de textes comme 1-2, 3.4 ou MAR1.',
  'damage-decimals': 'Un programme a pris le numéro pour une quantité et y a ajouté des décimales.',
  'damage-day-count': 'C’est ainsi qu’un tableur compte les jours, et ce qu’il montre quand une date perd son format.',
  'damage-month-first': 'Le mois semble se trouver avant le jour, comme l’écrit un tableur américain.',
  'damage-time-added': 'Le tableur a ajouté une heure.',
  'damage-date-shortened':
    'Un tableur semble l’avoir raccourcie : le jour et le mois prennent deux chiffres, l’année en prend quatre.',
  'damage-truth-number': 'C’est ainsi qu’un tableur montre une valeur logique dans une cellule au format nombre.',
  'damage-truth-language': 'C’est ainsi qu’un tableur dans une autre langue écrit les valeurs logiques.',
  'row-width':
    'La ligne a {found, plural, one {# cellule} other {# cellules}} et l’en-tête en a {expected, number} : on ne sait pas quelle valeur va dans quelle colonne.',
  'row-short':
    'Donnez une cellule à chaque colonne, même vide. Un saut de ligne dans un texte demande des guillemets autour de la cellule.',
  'row-long':
    'Supprimez ce qui est en trop, ou remettez à leur place les cellules décalées : dans le fichier des lignes rejetées, elles se trouvent derrière [errors]. Un texte qui contient une virgule ou un point-virgule demande des guillemets autour de lui, comme "Dupont, Marie".',
  'beyond-header':
    'La cellule {cell}, à droite de la dernière colonne qui a un nom, est remplie : on ne sait pas si les cellules de cette ligne ont été décalées.',
  'beyond-header-how': 'Videz cette cellule, ou remettez les cellules de la ligne sous leurs colonnes.',
  'control-character':
    'La cellule contient un caractère invisible qui n’est d’aucun texte, montré ici par � : le fichier a été endommagé, ou enregistré dans un autre encodage.',
  'control-character-how': 'Saisissez la cellule à nouveau et enregistrez le fichier en « CSV UTF-8 ».',
  'number-missing': 'La ligne n’a pas de numéro de contact : on ne sait pas de qui il s’agit.',
  'number-missing-how':
    'Reprenez le numéro du modèle, ou supprimez la ligne. Si ses autres cellules sont dans les mauvaises colonnes, elles ont été décalées : remettez-les à leur place.',
  'duplicate-row':
    'Le contact « {value} » figure aussi {count, plural, one {à la ligne} other {aux lignes}} {rows}{more, select, yes { et à d’autres} other {}} ; on ne sait pas laquelle compte, et aucune n’est appliquée.',
  'duplicate-row-of-part':
    'Le contact « {value} » figure aussi {count, plural, one {à la ligne} other {aux lignes}} {rows} de la partie {part, number}{more, select, yes { et à d’autres} other {}} ; on ne sait pas laquelle compte, et aucune n’est appliquée.',
  'duplicate-row-of-parts':
    'Le contact « {value} » figure aussi aux lignes {rows} (partie:ligne){more, select, yes { et à d’autres} other {}} ; on ne sait pas laquelle compte, et aucune n’est appliquée.',
  'duplicate-row-how':
    'Gardez une seule ligne par contact, ou corrigez le numéro de la ligne qui concerne quelqu’un d’autre.',
  'value-of-beside': 'C’est une valeur de {field}, le champ d’à côté : les cellules de cette ligne semblent décalées.',
  'old-blank':
    'La cellule [old] est vide, là où un modèle dit TRUE, FALSE ou Empty : elle est tenue pour différente de la valeur d’aujourd’hui.',
  'old-unreadable':
    'La cellule [old] contient « {value} » : elle a été modifiée et ne peut pas être lue ; elle est tenue pour différente de la valeur d’aujourd’hui.',
  'old-unreadable-meant':
    'La cellule [old] contient « {value} » : elle a été modifiée, sans doute à partir de {meant}, et ne peut pas être lue ; elle est tenue pour différente de la valeur d’aujourd’hui.',
  'old-leave':
    'Laissez les cellules [old] telles qu’elles sont dans le modèle ; dans le fichier des lignes rejetées, elles sont de nouveau justes.',
  'formula-read': 'La cellule {cell} est une formule. C’est son résultat au moment de l’enregistrement qui est lu.',
  'formula-read-how': 'S’il n’est pas ce que vous voulez, copiez la cellule et collez-la comme valeur.',
  'formula-without-value':
    'La cellule {cell} est une formule dont le fichier ne contient pas le résultat : un programme l’a écrite, et aucun tableur ne l’a calculée.',
  'formula-without-value-how':
    'Ouvrez le classeur dans votre tableur et enregistrez-le à nouveau, ou saisissez la valeur à la place de la formule.',
  'cell-error': 'La cellule {cell} dit que le tableur n’a pas pu la calculer, et ne contient aucune valeur.',
  'cell-error-how': 'Saisissez la valeur, ou videz la cellule pour ne rien changer.',
  'time-of-day': 'La cellule {cell} contient une heure, et les dates d’un contact n’en ont pas.',
  'time-of-day-how': 'Écrivez la date seule, comme 2025-03-31.',
  'too-many-digits':
    'La cellule {cell} contient un nombre de plus de 15 chiffres, et un tableur n’en garde que 15 : les autres sont perdus.',
  'too-many-digits-how':
    'Mettez la cellule au format texte et saisissez le numéro à nouveau, ou reprenez-le du modèle.',
  'contact-unknown': 'Il n’y a pas de contact avec le numéro « {number} ».',
  'number-resembles':
    'Il y a {count, plural, =1 {« {first} »} =2 {« {first} » ou « {second} »} other {« {first} » ou « {second} » ou « {third} »}}{cause, select, letterCase { : dans un numéro, majuscules et minuscules ne sont pas la même chose.} apostrophe { : l’apostrophe ne fait pas partie du numéro.} decimals { : un programme a pris le numéro pour une quantité et y a ajouté des décimales.} zerosLost { : les zéros de tête comptent, et un tableur semble les avoir retirés.} zerosAdded { : les zéros de tête comptent, et il y en a trop ici.} other {.}}',
  'number-as-in-template': 'Écrivez le numéro tel qu’il est dans le modèle.',
  'number-apostrophe': 'Supprimez l’apostrophe, ou reprenez le numéro du modèle.',
  'row-is-header': 'La ligne est une deuxième ligne d’en-tête : des fichiers ont été collés ensemble.',
  'row-is-header-how': 'Supprimez la ligne.',
  'row-is-total': 'La ligne ressemble au total d’une liste.',
  'row-is-total-how': 'Supprimez la ligne si elle ne concerne aucun contact.',
  'number-is-email': 'Cela ressemble à une adresse e-mail : les cellules de cette ligne semblent décalées.',
  'number-check':
    'Vérifiez le numéro : les zéros de tête comptent, et les tableurs aiment les retirer. Les contacts supprimés depuis ne peuvent plus être modifiés.',
  'contact-closed': 'Le contact « {number} » a été clôturé ou anonymisé et ne peut plus être modifié.',
  'contact-closed-how': 'Retirez la ligne, ou prenez un nouveau numéro de contact.',
  'contact-nameless':
    'Il n’y a pas de contact avec le numéro « {number} », et un nouveau a besoin de LAST_NAME ou de COMPANY.',
  'contact-nameless-how':
    'Remplissez LAST_NAME ou COMPANY pour créer un contact, ou corrigez le numéro pour en modifier un qui existe.',
  'email-mismatch': '« {value} » n’est pas l’adresse e-mail de ce contact.',
  'email-no-address': 'Ce n’est même pas une adresse : les cellules de cette ligne semblent décalées.',
  'email-mismatch-how':
    'Si beaucoup de lignes le disent, une colonne a été triée sans les autres : repartez du modèle. Si seule l’adresse a changé, videz la cellule EMAIL.',
  'emails-sorted-apart':
    '{mismatches, plural, one {# ligne} other {# lignes}} sur {lines, number} contiennent une adresse e-mail qui n’est pas celle du contact : les colonnes de ce fichier semblent avoir été triées les unes sans les autres. Ce que disent les autres colonnes peut aussi concerner d’autres contacts.',
  'emails-sorted-apart-how':
    'Ne corrigez pas ces lignes une par une : repartez du modèle et sélectionnez tout le tableau avant de trier.',
  'zeros-lost':
    '« {number} » ressemble à {count, plural, =1 {« {first} »} =2 {« {first} » ou « {second} »} other {« {first} » ou « {second} » ou « {third} »}} sans ses zéros de tête.',
  'zeros-lost-how':
    'Un tableur a pris le numéro pour une quantité et les a retirés : écrivez le numéro avec ses zéros, ou repartez du modèle.',
  'new-number-doubtful':
    '« {number} » est le numéro d’un nouveau contact, et n’est peut-être pas celui que vous vouliez.',
  'new-number-doubtful-how':
    'Si ce n’est pas le bon, annulez cet import et redonnez leurs numéros aux cellules de la colonne.',
  conflict: 'La valeur a été modifiée après l’export : le fichier dit « {old} », et c’est « {now} » aujourd’hui.',
  'conflict-of-undo':
    'La valeur a été modifiée après l’import qui est annulé : il l’avait mise à « {old} », et c’est « {now} » aujourd’hui. Elle est gardée.',
  'conflict-how':
    'Pour garder la valeur d’aujourd’hui, videz la cellule [new]. Pour imposer la vôtre, envoyez la ligne du fichier des lignes rejetées, dont la cellule [old] dit la valeur d’aujourd’hui.',
  refusal: 'Le contact a refusé : la valeur est FALSE aujourd’hui.',
  'refusal-not-known':
    'Le fichier demande {wanted} et ne sait rien de ce refus : {reason, select, noColumn {il n’a pas de colonne [old] qui le dise} blank {sa cellule [old] est vide} other {sa cellule [old] dit « {old} »}}.',
  'refusal-stays': 'Un tel fichier ne lève pas un refus.',
  'refusal-without-old-how':
    'Dans le fichier des lignes rejetées, la cellule [new] est vide : laissez-la ainsi pour garder le refus. Pour le lever malgré tout, prenez un nouveau modèle, dont les cellules [old] disent ce qu’il en est. Sans cela, seul un administrateur peut lever un refus, par l’option prévue pour les refus.',
  'refusal-type-again':
    'Dans le fichier des lignes rejetées, la cellule [new] est vide : laissez-la ainsi pour garder le refus, ou saisissez de nouveau la valeur pour le lever malgré tout.',
  'refusal-administrator':
    'Seul un administrateur peut lever des refus avec le fichier tel quel, par les options pour les valeurs plus récentes et pour les refus.',
  'refusal-after-undone':
    'Le contact a refusé après l’import qui est annulé : il avait mis la valeur à « {old} », et c’est FALSE aujourd’hui.',
  'refusal-kept': 'L’annulation demande {wanted} ; le refus est gardé.',
  'refusal-of-undo':
    'L’annulation demande {wanted}, comme avant l’import qui est annulé, et la valeur est FALSE aujourd’hui : le contact a refusé.',
  'refusal-not-undone': 'Une annulation ne lève pas un refus.',
  'refusal-undo-administrator':
    'Seul un administrateur peut lever des refus par une annulation, par l’option prévue pour les refus.',
  'header-keep': 'Gardez la première ligne du modèle telle quelle ; si elle manque, recopiez-la depuis le modèle.',
  'header-no-number':
    'La première ligne n’a pas de colonne CONTACT_NUMBER : on ne sait pas quels contacts les lignes concernent.',
  'header-number-meant': 'Vouliez-vous dire la colonne {column} ? Appelez-la CONTACT_NUMBER.',
  'header-below': 'Elle se trouve à la ligne {row, number}.',
  'header-below-how':
    'Supprimez {lines, plural, one {la ligne} other {les # lignes}} au-dessus, pour que la ligne avec les noms des colonnes soit la première.',
  'header-separator':
    'Les cellules du fichier sont séparées par {separator, select, colons {des deux-points} blanks {des espaces} invisible {un signe invisible} other {le signe {sign}}}, qu’un import ne lit pas.',
  'header-separator-how':
    'Enregistrez le fichier en « CSV UTF-8 », avec une virgule, un point-virgule ou une tabulation entre les cellules.',
  'header-format':
    'Le fichier est du {format}, et un import lit un tableau : une première ligne avec les noms des colonnes, puis une ligne par contact.',
  'header-format-how':
    'Exportez les contacts en « CSV UTF-8 » depuis le programme qui a fait le fichier, ou remplissez le modèle.',
  'header-one-line':
    'Le fichier n’a qu’une ligne, sans colonne CONTACT_NUMBER : les sauts de ligne semblent perdus, ou la ligne avec les noms des colonnes.',
  'header-one-line-how':
    'Enregistrez le fichier à nouveau en « CSV UTF-8 » : les noms des colonnes sont dans la première ligne, et chaque contact a sa ligne.',
  'header-nothing-to-import':
    'La première ligne n’a pas d’autre colonne que CONTACT_NUMBER : il n’y a rien à importer.',
  'header-nothing-to-import-how': 'Ajoutez au moins une colonne comme LAST_NAME ou EMAIL.',
  'header-nothing-to-change': 'La première ligne n’a pas de colonne qui commence par [new] : il n’y a rien à modifier.',
  'header-new-columns': 'Les modifications se trouvent dans les colonnes qui commencent par [new].',
  'header-same-name': 'Les colonnes {first} et {second} ont le même nom : on ne sait pas laquelle compte.',
  'header-same-field': 'Les colonnes {first} et {second} ont le même champ, {field} : on ne sait pas laquelle compte.',
  'header-twice-how': 'Gardez l’une des deux et supprimez l’autre.',
  'header-nameless':
    'La colonne {column} n’a pas de nom dans la première ligne, et elle est remplie à {where, select, rowOfPart {la ligne {row, number} de la partie {part, number}} other {la ligne {row, number}}}.',
  'header-nameless-how': 'Donnez à la colonne le nom qu’elle a dans le modèle, ou supprimez-la.',
  'header-unknown-name': 'La colonne {column} a un nom qu’un import ne connaît pas.',
  'header-call-it': 'Vouliez-vous dire {meant} ? Appelez la colonne ainsi, ou supprimez-la.',
  'header-known-names': 'Supprimez la colonne, ou donnez-lui un nom connu : {columns}.',
  'header-known-columns':
    'Supprimez la colonne, ou donnez-lui un nom connu : {columns}, [old] et [new] avec le code d’un champ.',
  'header-unknown-field':
    'La colonne {column} nomme le champ « {field} », qui n’est {type, select, criteria {aucun des critères} authorisations {aucune des autorisations} other {aucun des champs de contact}} de votre institution.',
  'header-unknown-field-how': 'Supprimez la colonne, ou cherchez le code sous « Consulter les valeurs des critères ».',
  'header-other-type':
    'La colonne {column} nomme le champ « {field} », qui fait partie des {type, select, criteria {critères} authorisations {autorisations} other {contacts}}.',
  'header-other-type-how':
    'Supprimez la colonne, et importez-la dans un fichier à part, avec les {type, select, criteria {critères} authorisations {autorisations} other {contacts}}.',
  'header-inactive':
    'La colonne {column} nomme le champ « {field} », qui a été désactivé et ne peut plus être modifié.',
  'header-inactive-how': 'Prenez un autre modèle, ou demandez à un administrateur de réactiver le champ.',
  'header-inactive-filled':
    'La colonne {column} nomme le champ « {field} », qui a été désactivé et ne peut plus être modifié, et la cellule à {where, select, rowOfPart {la ligne {row, number} de la partie {part, number}} other {la ligne {row, number}}} est remplie.',
  'header-inactive-filled-how':
    'Videz les cellules de la colonne, ou supprimez-la, ou demandez à un administrateur de réactiver le champ.',
  'header-wrong-type':
    'L’import a été lancé pour des {said, select, criteria {critères} authorisations {autorisations} other {contacts}}, et les colonnes du fichier sont celles {type, select, criteria {des critères} authorisations {des autorisations} other {des contacts}}.',
  'header-wrong-type-how':
    'Relancez l’import avec le type de données « {type, select, criteria {critères} authorisations {autorisations} other {contacts}} », ou envoyez l’autre fichier.',
  'field-inactive':
    'Le champ {field} a été désactivé depuis que le modèle a été fait. Ses colonnes sont ignorées, car aucune de leurs cellules [new] n’est remplie.',
  'field-inactive-how':
    'Il n’y a rien à faire. Pour modifier ses valeurs, demandez à un administrateur de réactiver le champ.',
  'old-column-missing':
    'Le fichier n’a pas de colonne « {column} » : on ne voit pas si quelqu’un d’autre a modifié {field} depuis l’export.',
  'old-column-missing-how':
    'Gardez les colonnes [old] du modèle pour être averti de tels conflits. Sans elles, les cellules sont appliquées quelle que soit la valeur d’aujourd’hui ; seul un refus reste.',
  'file-empty': 'Le fichier est vide : il ne contient rien du tout.',
  'file-empty-how': 'Regardez s’il a été enregistré et si c’est le bon, et envoyez le fichier que vous avez modifié.',
  'file-no-text': 'Le fichier ne contient aucun texte.',
  'file-no-text-down-to':
    'Le fichier ne contient aucun texte jusqu’à {where, select, rowOfPart {la ligne {row, number} de la partie {part, number}} other {la ligne {row, number}}}.',
  'file-no-text-how': 'Envoyez le fichier du modèle que vous avez modifié.',
  'file-too-large':
    'Le fichier dépasse {size, number} {unit, select, kB {ko} MB {Mo} GB {Go} other {octets}}, le maximum pour un envoi.',
  'file-too-large-how': 'Partagez-le en plusieurs fichiers, chacun avec la ligne d’en-tête, ou mettez-le dans un .zip.',
  'file-no-table':
    '{subject, select, zipped {« {name} » dans le .zip} other {Le fichier}} est {type, select, xls {un classeur Excel ancien ou protégé (.xls)} encrypted {un classeur Excel protégé par un mot de passe} xlsb {un classeur Excel binaire (.xlsb)} ods {un document LibreOffice (.ods)} numbers {un document Apple Numbers} document {un document texte ou une présentation} gzip {une archive gzip (.gz)} pdf {un document PDF} image {une image} markup {une page web ou du XML} zip {un .zip} other {autre chose que du texte}}, et non un fichier CSV ou un classeur .xlsx.',
  'save-as-xlsx':
    'Ouvrez-le dans votre tableur, choisissez « Enregistrer sous », type « Classeur Excel (.xlsx) », et envoyez ce fichier.',
  'save-as-xlsx-unprotected':
    'Ouvrez-le dans votre tableur, retirez son mot de passe s’il en a un, choisissez « Enregistrer sous », type « Classeur Excel (.xlsx) », et envoyez ce fichier.',
  'save-as-xlsx-without-password':
    'Ouvrez-le dans votre tableur, choisissez « Enregistrer sous » sans mot de passe, type « Classeur Excel (.xlsx) », et envoyez ce fichier.',
  'save-as-xlsx-in-libreoffice':
    'Ouvrez-le dans LibreOffice, choisissez « Enregistrer sous », type « Excel 2007–365 (.xlsx) », et envoyez ce fichier.',
  'export-from-numbers': 'Dans Numbers, choisissez « Fichier », « Exporter vers », « Excel », et envoyez ce .xlsx.',
  'upload-table': 'Envoyez le .xlsx ou le .csv que vous avez modifié, ou un .zip qui contient ce seul fichier.',
  'unpack-archive': 'Décompressez-la, et envoyez le .xlsx ou le .csv, ou un .zip qui contient ce fichier.',
  'unpack-zip': 'Décompressez-le, et envoyez le .xlsx ou le .csv qu’il contient.',
  'letters-unreadable':
    'Les lettres {where, select, part {du fichier de la partie {part, number}} row {de la ligne {row, number}} rowOfPart {de la ligne {row, number} de la partie {part, number}} other {du fichier}} ne peuvent pas être lues : elles ne sont pas enregistrées en UTF-8, ou pas comme le dit le début du fichier.',
  'letters-unreadable-how':
    'Ouvrez le fichier dans votre tableur, regardez ses lettres accentuées et enregistrez-le en « CSV UTF-8 ».',
  'too-many-columns':
    'Il y a plus de {most, number} cellules dans {where, select, part {le fichier de la partie {part, number}} row {la ligne {row, number}} rowOfPart {la ligne {row, number} de la partie {part, number}} other {le fichier}}, et aucun import n’a autant de colonnes.',
  'too-many-columns-how': 'Gardez les colonnes du modèle et supprimez les cellules à leur droite, même vides.',
  'row-too-large':
    'Il y a plus de {size, number} {unit, select, kB {ko} MB {Mo} GB {Go} other {octets}} de texte dans {where, select, part {le fichier de la partie {part, number}} row {la ligne {row, number}} rowOfPart {la ligne {row, number} de la partie {part, number}} other {le fichier}}, et aucun contact n’en demande autant.',
  'row-too-large-how':
    'Cherchez dans cette ligne un texte qui n’a rien à y faire, et supprimez-le ou raccourcissez-le.',
  'quote-not-closed':
    'Un guillemet (") ouvre une cellule dans {where, select, part {le fichier de la partie {part, number}} row {la ligne {row, number}} rowOfPart {la ligne {row, number} de la partie {part, number}} other {le fichier}}, et aucun ne la ferme : on ne sait pas où la cellule finit.',
  'quote-not-closed-how':
    'Supprimez le guillemet, ou fermez la cellule par un autre. Les tableurs écrivent les guillemets correctement ; à la main, un guillemet qui fait partie d’un texte s’écrit deux fois, et toute la cellule entre guillemets : "5"" pipe".',
  'too-many-rows': 'Le fichier a plus de {most, number} lignes de données.',
  'too-many-rows-how': 'Partagez le fichier en plusieurs, chacun avec la ligne d’en-tête.',
  'no-data-rows': 'Le fichier a une ligne d’en-tête, et aucune ligne de contact en dessous.',
  'no-data-rows-how': 'Envoyez le modèle que vous avez rempli, avec les lignes que vous voulez modifier.',
  'same-file': 'Le même fichier a déjà servi à une mise à jour.',
  'same-file-at': 'Le même fichier a déjà servi à une mise à jour, le {at, date, moment} UTC.',
  'same-file-how':
    'Les lignes appliquées alors apparaissent comme inchangées, sauf si quelqu’un les a modifiées depuis.',
  'columns-sorted-apart':
    'Des colonnes ont été triées les unes sans les autres : ce qui se trouve dans {columns}{more, plural, =0 {} one { et # autre} other { et # autres}} appartient aux contacts d’autres lignes. Ce qui a été saisi aussi, peut-être ; rien n’a été appliqué.',
  'columns-sorted-apart-how':
    'Repartez du modèle, ou d’une copie d’avant le tri, et sélectionnez tout le tableau avant de trier.',
  'column-damaged':
    'Une colonne que personne n’est censé modifier est abîmée : dans {column}, {cells, plural, one {# cellule n’est plus celle} other {# cellules ne sont plus celles}} du modèle, car {cause, select, zerosLost {les zéros de tête de ses valeurs ont été perdus} dateRewritten {ses valeurs sont devenues des dates, ou ses dates ont été écrites sous une autre forme} truthValueRewritten {ses valeurs logiques ont été écrites autrement} numberShortened {des chiffres de ses nombres ont été perdus} numberRewritten {ses nombres ont été écrits autrement} textCorrected {un programme a corrigé ses textes} errorValue {ses cellules contiennent des erreurs du tableur} cleared {ses cellules ont été vidées} shifted {ses cellules viennent de la colonne d’à côté} sortedApart {ses cellules appartiennent à d’autres lignes} other {ses cellules contiennent d’autres valeurs}}.',
  'columns-damaged-too':
    'C’est aussi le cas de {columns}{more, plural, =0 {} one { et de # autre} other { et de # autres}}.',
  'nothing-applied': 'Rien n’a été appliqué.',
  'column-damaged-how':
    'Reprenez le modèle en classeur (.xlsx), qu’un tableur n’abîme pas, et copiez-y vos cellules [new] ; ou ouvrez le .csv avec toutes les colonnes en texte.',
  'encoding-detected':
    '{part, plural, =0 {Le fichier n’est pas enregistré} other {La partie # n’est pas enregistrée}} en UTF-8 ; ses lettres ont été lues en {encoding}, car ses noms sont alors ceux des contacts ({explained, number} sur {compared, number}).',
  'encoding-detected-how':
    'Les lettres que cet encodage n’a pas ont été remplacées par des points d’interrogation. Pour être sûr de tout, enregistrez le fichier en « CSV UTF-8 » et envoyez-le.',
  'encoding-assumed':
    '{part, plural, =0 {Le fichier n’est pas enregistré} other {La partie # n’est pas enregistrée}} en UTF-8, et ses noms ne disent pas dans quel encodage ; pour l’instant, ses lettres ont été lues en Windows-1252.',
  'encoding-pick':
    'Regardez quelle lecture de ses mots est la bonne, choisissez-la, et le fichier sera contrôlé à nouveau.',
  'encoding-until-then': 'D’ici là, aucune mise à jour n’écrit de telles lettres.',
  'encoding-or-utf8': 'Ou enregistrez le fichier en « CSV UTF-8 » et envoyez-le.',
  'encoding-not-written':
    'De telles lettres ne se trouvent que dans des cellules qui ne sont pas écrites : une mise à jour peut continuer. Les lettres que Windows-1252 n’a pas, comme Ł ou ő, ont été remplacées par des points d’interrogation : pour être sûr, enregistrez le fichier en « CSV UTF-8 ».',
  'encoding-unknown':
    '{part, plural, =0 {Le fichier n’est pas enregistré} other {La partie # n’est pas enregistrée}} en UTF-8, et ses noms ne disent pas dans quel encodage.',
  'encoding-would-write': 'La mise à jour écrirait des lettres peut-être fausses : rien n’a été écrit.',
  'encoding-of-header': 'Les codes de sa première ligne ne sont connus que dans une autre lecture que Windows-1252.',
  'zip-damaged': 'Le .zip est endommagé ou incomplet : il ne peut pas être décompressé.',
  'zip-checksum': 'Le .zip est endommagé : son contenu ne correspond pas à sa somme de contrôle.',
  'zip-strange-name': 'Le .zip contient un fichier dont le nom mène hors du .zip.',
  'zip-method': 'Le .zip est comprimé par une méthode qui ne peut pas être lue ici ({method}).',
  'zip-anew': 'Refaites le .zip, ou téléchargez-le à nouveau, et envoyez-le.',
  'zip-encrypted': 'Le .zip est protégé par un mot de passe.',
  'zip-encrypted-how': 'Envoyez le .csv lui-même, ou un .zip sans mot de passe.',
  'zip-too-many-files': 'Le .zip contient {files, plural, one {# fichier} other {# fichiers}}.',
  'zip-endless': 'Le .zip a une table des matières sans fin.',
  'zip-overlap': 'Des fichiers du .zip se recouvrent, ce qu’aucun programme ne fait.',
  'zip-unpacks-to':
    'Une fois décompressé, le .zip dépasse {size, number} {unit, select, kB {ko} MB {Mo} GB {Go} other {octets}}, ce qui est trop.',
  'zip-ratio':
    'Une fois décompressé, le .zip dépasse {times, number} fois sa taille, ce que ne fait aucun vrai fichier.',
  'zip-workbooks-too-large': 'Une fois décompressés, les classeurs du .zip dépassent de loin ce qui peut être lu.',
  'zip-too-large-how': 'Envoyez le fichier lui-même, ou plusieurs fichiers qui ont chacun la ligne d’en-tête.',
  'zip-link': 'Le .zip contient un lien vers un fichier, et non le fichier.',
  'zip-link-how': 'Refaites le .zip à partir du fichier lui-même.',
  'zip-no-file': 'Le .zip ne contient aucun fichier.',
  'zip-other-files':
    'Le .zip contient autre chose que des fichiers CSV et des classeurs : {names}{more, plural, =0 {} one { et # autre} other { et # autres}}.',
  'zip-other-archive': '« {name} » dans le .zip est une autre archive.',
  'zip-not-parts':
    'Le .zip contient {files, plural, one {# fichier qui n’est pas une partie} other {# fichiers qui ne sont pas les parties}} d’un même modèle : {names}{more, plural, =0 {} one { et # autre} other { et # autres}}.',
  'zip-part-twice': 'Le .zip contient deux fois la partie {part, number} du modèle.',
  'zip-part-missing':
    'Le .zip contient {parts, plural, one {# partie} other {# parties}} d’un modèle, et la partie {missing, number} manque.',
  'zip-part-missing-how': 'Mettez toutes les parties dans le .zip, ou envoyez-les une par une.',
  'zip-one-file':
    'Faites un .zip qui contient un seul .csv ou .xlsx, ou envoyez le .zip du modèle avec toutes ses parties.',
  'zip-other-header': 'La partie {part, number} du .zip a une autre ligne d’en-tête que la partie 1.',
  'zip-other-header-how':
    'Les parties d’un modèle ont les mêmes colonnes dans le même ordre. Envoyez un par un les fichiers qui ont d’autres colonnes.',
  'workbook-cut-off': 'Le classeur est endommagé ou incomplet : il ne peut pas être ouvert.',
  'workbook-in-zip-cut-off':
    'Le classeur « {name} » dans le .zip est endommagé ou incomplet : il ne peut pas être ouvert.',
  'workbook-damaged':
    '{part, plural, =0 {Le classeur} other {Le classeur de la partie #}} {reason, select, doctype {contient une déclaration de type de document (DOCTYPE), dont aucun classeur n’a besoin et dont on peut abuser} endless {contient quelque chose de bien plus long ou de bien plus imbriqué que dans aucun classeur} part {n’a pas toutes ses parties} sheet {n’a pas toutes ses feuilles} rowNumber {a une ligne sans numéro} rowOrder {a des lignes en désordre} cellPlace {a une cellule dont la place ne peut pas être lue} cellTwice {a deux fois la même cellule} cellType {a une cellule d’un type inconnu} textMissing {a une cellule dont le texte manque} number {a un nombre qui n’en est pas un} other {contient du XML mal formé}}.',
  'workbook-damaged-how':
    'Ouvrez-le dans votre tableur, enregistrez-le à nouveau en « Classeur Excel (.xlsx) » et envoyez ce fichier ; ou téléchargez le modèle à nouveau.',
  'workbook-no-sheet':
    '{part, plural, =0 {Le classeur} other {Le classeur de la partie #}} n’a aucune feuille avec des cellules : un graphique seul ne contient pas de contacts.',
  'workbook-no-sheet-how': 'Envoyez le classeur que vous avez modifié, avec sa feuille « Contacts ».',
  'workbook-no-numbers':
    '{part, plural, =0 {Le classeur} other {Le classeur de la partie #}} a {sheets, plural, one {# feuille} other {# feuilles}} : aucune ne s’appelle « Contacts », et aucune n’a de colonne CONTACT_NUMBER dans sa première ligne.',
  'workbook-first-row': 'Gardez la première ligne du modèle telle quelle.',
  'workbook-call-sheet':
    'Appelez « Contacts » la feuille avec les contacts, comme dans le modèle, ou supprimez les autres feuilles.',
  'workbook-several-sheets':
    '{part, plural, =0 {Le classeur} other {Le classeur de la partie #}} a plusieurs feuilles avec une colonne CONTACT_NUMBER (feuilles {sheets}) : on ne sait pas laquelle est à lire.',
  'workbook-sheets-singly': 'Ou envoyez les feuilles une par une.',
  'rows-hidden':
    'La feuille a {rows, plural, one {# ligne masquée} other {# lignes masquées}}, par un filtre ou à la main. Les lignes masquées comptent comme les autres.',
  'rows-hidden-how': 'Si elles ne doivent pas être importées, supprimez-les de la feuille.',
  'cells-merged':
    'Des cellules de la feuille sont fusionnées, à {places, plural, one {# endroit} other {# endroits}}. Leur contenu compte pour la première ; les autres sont vides.',
  'cells-merged-how': 'Défusionnez-les et remplissez chaque cellule.',
};
