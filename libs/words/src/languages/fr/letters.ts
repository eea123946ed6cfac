import type { Translated } from '../../spoken.js';
import type { letters as english } from '../en/letters.js';

export const letters: Translated<typeof english> = {
  hello: 'Bonjour,',
  moment: '{at, date, moment} UTC',
  dataTypes: { criteria: 'critères', authorisations: 'autorisations', contacts: 'contacts' },
  undoOf: 'annulation de l’import {importId}',
  labels: {
    target: 'Cible',
    name: 'Nom',
    type: 'Type',
    action: 'Action',
    state: 'État',
    requestedAt: 'Demandé le',
    file: 'Fichier',
    lines: 'Lignes',
    applied: 'Appliquées',
    wouldBeApplied: 'Seraient appliquées',
    unchanged: 'Inchangées',
    rejected: 'Rejetées',
    notAttempted: 'Non traitées',
  },
  templateReady: {
    subject: 'Votre modèle est prêt : {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'le modèle que vous avez demandé est prêt : les {dataType, select, criteria {critères} other {autorisations}} de {lines, plural, one {# contact} other {# contacts}} de la cible {code}{parts, plural, =1 {} other {, en # fichiers car un tableur ne peut pas les contenir tous}}.',
    attached:
      'Vous le trouverez en pièce jointe. Vous pouvez aussi le télécharger jusqu’au {expiresAt, date, moment} UTC ; il vous sera demandé de vous connecter :',
    notListed:
      'Il n’est pas joint : il contient des données de contacts, et le domaine de cette adresse ne figure pas parmi ceux que votre institution a indiqués dans les Réglages. Veuillez le télécharger ici ; il vous sera demandé de vous connecter :',
    tooLarge:
      'Avec {size}, il est trop volumineux pour un e-mail. Veuillez le télécharger ici ; il vous sera demandé de vous connecter :',
    keptUntil:
      'Le fichier est conservé jusqu’au {expiresAt, date, moment} UTC. Ensuite, il suffira de demander un nouveau modèle.',
    goOn: 'Pour la suite : {packed, select, yes {décompressez le fichier, ouvrez-le} other {ouvrez le fichier}} dans votre tableur et remplissez les cellules [new] que vous voulez modifier. Une cellule [new] vide ne change rien, le mot Empty supprime la valeur. Envoyez ensuite le fichier sur l’écran Import ; un contrôle vous dit d’abord ce que ferait une mise à jour.',
    workbook:
      'C’est un classeur (.xlsx) dont toutes les cellules sont du texte : les zéros du début et les dates restent tels quels, et des listes proposent les valeurs autorisées. Enregistrez-le de nouveau en .xlsx ; sa feuille « How to » explique le reste.',
    csv: 'Ouvrez-le avec toutes les colonnes en texte : sinon, un tableur supprime les zéros au début des numéros de contact et réécrit les dates. Dans Excel, passez par Données › À partir d’un fichier texte/CSV, sans détection du type de données ; dans LibreOffice, sélectionnez toutes les colonnes dans la fenêtre d’import et choisissez le type de colonne Texte. Enregistrez-le ensuite de nouveau en CSV.',
  },
  templateEmpty: {
    subject: 'Pas de modèle, la cible est vide : {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'vous avez demandé un modèle avec les {dataType, select, criteria {critères} other {autorisations}} des contacts de la cible {code}. En ce moment, cette cible ne contient aucun contact ; il n’y a donc pas de fichier.',
    goOn: 'Veuillez vérifier la règle de la cible ou en choisir une autre, puis recommencer.',
  },
  templateFailed: {
    subject: 'Votre modèle n’a pas pu être créé : {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'nous n’avons pas pu créer le modèle avec les {dataType, select, criteria {critères} other {autorisations}} des contacts de la cible {code}. La raison :',
    goOn: 'Rien n’a été modifié. Vous pouvez demander à nouveau le modèle sur l’écran Import.',
  },
  importFinished: {
    checked: {
      subject:
        'Contrôle terminé{rejected, plural, =0 {} one {, # ligne en erreur} other {, # lignes en erreur}} : {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'le contrôle de votre fichier est terminé. {rejected, plural, =0 {Aucune erreur n’a été trouvée.} one {# ligne contient des erreurs.} other {# lignes contiennent des erreurs.}} Un contrôle ne modifie rien : les nombres disent ce que ferait une mise à jour.',
      state: 'contrôlé',
    },
    done: {
      subject: 'Import terminé : {typeName}, {requestedAt, date, moment} UTC',
      intro: 'votre import est terminé. Toutes ses lignes ont pu être traitées.',
      state: 'terminé',
    },
    doneWithErrors: {
      subject:
        'Import terminé, {rejected, plural, one {# ligne rejetée} other {# lignes rejetées}} : {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'votre import est terminé. {rejected, plural, one {# ligne a été rejetée} other {# lignes ont été rejetées}}, les autres ont été traitées.',
      state: 'terminé, avec des lignes rejetées',
    },
    cancelled: {
      subject: 'Import arrêté : {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'votre import a été arrêté. Ce qui avait déjà été appliqué le reste ; les lignes indiquées comme non traitées n’ont pas été touchées.',
      state: 'arrêté',
    },
    rejected: {
      subject: 'Ce fichier est inutilisable : {typeName}, {requestedAt, date, moment} UTC',
      intro: 'votre fichier ne peut pas être utilisé tel quel ; aucun contact n’a donc été modifié. La raison :',
      state: 'refusé',
    },
    failed: {
      subject: 'Échec de l’import : {typeName}, {requestedAt, date, moment} UTC',
      intro: 'votre import n’a pas pu être mené à son terme. La raison :',
      state: 'échec',
    },
    check: 'contrôle de la qualité du fichier',
    update: 'mise à jour en masse des données',
    overwritten:
      '{overwritten, plural, one {# ligne appliquée a écrasé} other {# lignes appliquées ont écrasé}} une valeur modifiée depuis l’export.',
    wouldOverwrite:
      '{overwritten, plural, one {# ligne écraserait} other {# lignes écraseraient}} une valeur modifiée depuis l’export.',
    warnings: 'Il y a {warnings, plural, one {# avertissement} other {# avertissements}}.',
    blankLines:
      '{blankLines, plural, one {# ligne vide a été ignorée et n’est pas comptée} other {# lignes vides ont été ignorées et ne sont pas comptées}} ci-dessus.',
    rejectedLines:
      'Les lignes rejetées peuvent être téléchargées, chacune avec sa raison. Corrigez-les et envoyez ce fichier tel quel.',
    details: 'Les détails sont ici ; il vous sera demandé de vous connecter :',
  },
  fault:
    'Une erreur est survenue de notre côté. Veuillez réessayer, et prévenir votre administrateur si cela se reproduit.',
};
