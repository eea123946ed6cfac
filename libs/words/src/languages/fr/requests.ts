import type { Translated } from '../../spoken.js';
import type { requests as english } from '../en/requests.js';

export const requests: Translated<typeof english> = {
  'key-needed': 'Envoyez une clé d’API comme jeton « bearer », ou connectez-vous.',
  'key-unknown': 'Cette clé d’API n’est pas connue.',
  'key-ended':
    'Cette clé d’API a pris fin le {day}. Un administrateur de votre institution peut en créer une nouvelle.',
  'session-ended': 'La session est terminée. Connectez-vous à nouveau.',
  'provider-unavailable':
    '{name} ne répond pas pour le moment : personne ne peut se connecter par ce service. Réessayez dans quelques minutes.',
  'provider-none':
    'Ici, personne ne se connecte par un fournisseur d’identité. Utilisez une clé d’API ou un lien de connexion.',
  'sign-in-no-longer':
    'Vous n’avez plus de rôle dans {name} : aucun des groupes auxquels vous appartenez n’y donne encore accès. Adressez-vous à un administrateur de cette institution.',
  'session-of-key':
    'Cette connexion tient lieu d’une clé d’API, qui appartient à une seule institution. Connectez-vous avec une clé de l’autre.',
  'person-unknown':
    'Cette personne ne s’est encore jamais connectée ici : la langue ne peut être conservée nulle part. Connectez-vous une fois, ou envoyez Accept-Language avec chaque demande.',
  'token-unknown':
    'Ce jeton n’est pas valable ici. Demandez-en un nouveau au fournisseur d’identité, émis pour cette interface.',
  'token-over': 'Ce jeton a expiré. Demandez-en un nouveau au fournisseur d’identité.',
  'token-no-role':
    'Aucun des groupes de ce jeton n’a de rôle dans l’institution. Adressez-vous à un administrateur de cette institution.',
  'token-several-institutions':
    'Vous appartenez à plusieurs institutions. Indiquez dans l’en-tête Roundtrip-Institution celle dont il s’agit.',
  'making-key-revoked': 'La clé qui devait créer celle-ci a été révoquée entre-temps.',
  'role-needed':
    '{what, select, update {Une mise à jour demande} overwriting {Écraser des valeurs plus récentes demande} refusals {Lever des refus demande} sessions {Mettre fin aux sessions d’une autre clé demande} other {Cela demande}} le rôle {needed} ; cette clé a le rôle {role}.',
  'foreign-page':
    'Cette demande vient d’une page de {from}. Une personne connectée ne peut faire de modifications que depuis les pages de {own} : ouvrez cette adresse. Si ce n’est pas celle que l’on utilise, il faut corriger PUBLIC_URL de la passerelle.',
  'foreign-page-unknown':
    'Cette demande vient d’une page d’un autre site. Une personne connectée ne peut faire de modifications que depuis les pages de {own} : ouvrez cette adresse. Si ce n’est pas celle que l’on utilise, il faut corriger PUBLIC_URL de la passerelle.',
  'sign-in-code-gone': 'Ce lien de connexion a déjà servi, ou ses dix minutes sont passées. Demandez-en un nouveau.',
  'key-deletes-itself': 'Une clé ne peut pas se révoquer elle-même. Utilisez-en une autre.',
  'keys-too-many':
    'Votre institution a {most, number} clés d’API, autant qu’elle peut en avoir. Révoquez d’abord une clé que personne n’utilise plus.',
  'key-last-administrator': 'Il ne resterait aucune clé d’administrateur qui continue. Créez-en d’abord une autre.',
  'key-replaced':
    'Une autre clé remplace déjà celle-ci, ou elle a été révoquée. Renouvelez l’autre, ou créez-en une nouvelle.',

  'requests-too-many': 'C’est plus de {most, plural, one {# demande} other {# demandes}} en une minute.',
  'list-pages-too-many':
    'C’est plus de {most, plural, one {# page} other {# pages}} de contacts et de suites de listes en une minute.',
  'sign-ins-too-many':
    'Depuis votre adresse, on a essayé de se connecter avec une mauvaise clé {most, plural, one {# fois} other {# fois}}.',
  'sign-ins-begun-too-many':
    'Depuis votre adresse, {most, plural, one {# connexion a été commencée} other {# connexions ont été commencées}} en une heure, autant qu’il est permis.',
  'upload-bytes-too-many':
    'Votre institution a envoyé {most, plural, one {# octet} other {# octets}} en une heure, autant qu’elle le peut.',
  'mails-to-recipient-too-many':
    'Avec un e-mail à cette adresse, {most, plural, one {# modèle a été demandé} other {# modèles ont été demandés}} en une heure. Demandez celui-ci sans e-mail : il se télécharge sur la page.',
  'mails-of-institution-too-many':
    'Votre institution a demandé {most, plural, one {# modèle} other {# modèles}} par e-mail en une heure. Demandez celui-ci sans e-mail : il se télécharge sur la page.',
  'again-in-seconds': 'Réessayez dans {seconds, plural, one {une seconde} other {# secondes}}.',
  'again-in-minutes': 'Réessayez dans {minutes, plural, one {une minute} other {# minutes}}.',
  'uploads-at-once':
    'Votre institution envoie déjà {most, plural, one {# fichier} other {# fichiers}}. Réessayez quand l’un d’eux sera arrivé.',
  'streams-of-key':
    'Avec cette clé, {most, plural, one {# fenêtre ou programme suit} other {# fenêtres ou programmes suivent}} déjà ce qui se passe. Fermez-en un.',
  'streams-at-once':
    'Tant de personnes suivent déjà ce qui se passe qu’il n’y a plus de place. Réessayez un peu plus tard.',
  'heavy-reads-at-once':
    'Votre institution a déjà {most, number} aperçus, recherches, listes de modifications ou exports ouverts. Réessayez dans un instant, quand l’un d’eux sera terminé.',

  'route-unknown': 'Il n’y a rien à cette adresse. Les adresses connues sont sous /docs.',
  'method-not-allowed': '{method} n’est pas possible ici, seulement {allowed}.',
  'request-malformed':
    'La demande ne peut pas être lue : elle n’est pas du HTTP bien formé, ou son adresse est mal codée.',
  'not-http': 'La demande n’est pas du HTTP bien formé.',
  'request-too-slow': 'La demande n’est pas arrivée à temps.',
  'headers-too-large': 'Les en-têtes de la demande dépassent 16 ko.',
  'idempotency-key-invalid': 'Une Idempotency-Key a de 1 à 100 caractères ASCII visibles.',
  'idempotency-key-in-use': 'La première demande avec cette Idempotency-Key est encore en cours.',
  'idempotency-key-reused': 'Cette Idempotency-Key a servi pour une autre demande. Prenez-en une nouvelle.',
  'cursor-invalid': 'Ce curseur ne vient pas de cette liste. Recommencez depuis le début.',
  'cursor-of-another-list': 'Ce n’est pas un curseur de cette liste.',
  'json-malformed': 'Le corps n’est pas du JSON bien formé.',
  'json-not-utf-8': 'Le corps n’est pas en UTF-8.',
  'json-too-deep': 'Le corps est imbriqué sur plus de {most, number} niveaux.',
  'json-too-many-entries':
    '{what, select, list {Une liste} other {Un objet}} du corps a plus de {most, number} entrées.',
  'body-missing': 'Il faut un corps de type application/json.',
  'body-no-json': 'Le corps doit être application/json en UTF-8, sans compression.',
  'body-too-large': 'Le corps dépasse {most, number} ko.',
  'body-too-slow': 'Le corps n’est pas arrivé à temps.',
  'characters-invalid':
    'Un texte contient NUL ou la moitié d’un caractère, ce qu’aucun texte ne peut contenir. Retirez-le.',
  'character-invalid': 'Ceci contient NUL ou la moitié d’un caractère, ce qu’aucun texte ne peut contenir.',
  'event-id-invalid': 'Ce Last-Event-ID n’est pas celui d’un événement de ce flux.',
  'property-unknown': 'Ceci n’est pas connu ici.',
  'more-faults': 'Et {n, number} de plus.',
  'not-found':
    '{what, select, authorisation {Cette autorisation n’existe pas} criterion {Ce critère n’existe pas} target {Cette cible n’existe pas} template {Ce modèle n’existe pas} contact {Ce contact n’existe pas} import {Cet import n’existe pas} key {Cette clé d’API n’existe pas} institution {Cette institution n’existe pas} person {Cette personne n’existe pas} other {Ce fichier n’existe pas}} dans votre institution.',

  'part-away':
    'Une partie du système dont il y a besoin ici ne répond pas pour le moment. Réessayez dans quelques secondes.',
  'not-ready': 'Le service n’est pas prêt. Réessayez dans quelques secondes.',
  'took-too-long':
    'C’est demander plus que ce qui peut être trouvé à temps. Précisez la demande, ou réessayez plus tard.',
  'our-fault': 'C’est une erreur de notre côté. Réessayez plus tard.',
  'still-open':
    'Cela prend plus de temps que d’habitude. Ce sera fait sans nouvelle demande ; revenez voir un peu plus tard.',

  'upload-no-form': 'Un envoi doit être multipart/form-data.',
  'form-malformed':
    'Le formulaire ne peut pas être lu : il est coupé, n’a pas de séparateur, ou ses parties ont des en-têtes mal formés.',
  'parts-too-many': 'Le formulaire a trop de parties.',
  'file-without-name': 'La partie « file » n’a pas de nom de fichier : elle doit être envoyée comme fichier.',
  'file-missing': 'Le formulaire n’a pas de partie « file » avec un nom de fichier.',
  'field-after-file': 'Il se trouve après le fichier ; tous les champs doivent venir avant.',
  'form-field-unknown': 'Ce champ n’est pas connu.',
  'form-field-too-long': 'C’est trop long.',
  'form-field-twice': 'Il s’y trouve deux fois.',
  'form-field-missing': 'Il manque : il doit se trouver avant le fichier.',
  'one-file-only': 'Il ne peut y avoir qu’un seul fichier.',
  'file-in-other-part': 'Le fichier doit être dans la partie « file ».',
  'upload-cut-off': 'L’envoi a été interrompu.',
  'upload-stalled': 'L’envoi est trop lent ou s’est arrêté.',

  'address-sends-on': 'Une adresse avec {sign} peut faire suivre un e-mail à d’autres, et n’est pas acceptée.',
  'address-invalid': 'Ce n’est pas une adresse e-mail, ou il y en a plusieurs.',
  'address-of-one': 'Écrivez l’adresse d’une seule personne, comme marie@example.org.',
  'domain-not-allowed': 'Votre institution n’envoie d’e-mails qu’à ces domaines : {allowed}.',

  'import-not-undoable': 'Seule une mise à jour terminée qui a modifié quelque chose peut être annulée.',
  'import-not-checked': 'Une mise à jour ne part que d’un contrôle dans l’état CHECKED.',
  'import-without-file': 'Cet import a été fait sans fichier : il n’y en a pas à contrôler.',
  'upload-expired': 'Le fichier de cet import est trop ancien et n’est plus là. Envoyez-le à nouveau.',
  'import-finished': 'L’import est terminé ({state}) : il n’y a plus rien à arrêter.',
  'import-not-finished': 'L’import est encore en cours. Attendez qu’il soit terminé.',
  'import-without-report':
    'Il n’y a rien à télécharger : l’import est {state}, ses lignes n’ont pas toutes été examinées.',
  'report-expired':
    'Les rapports de cet import sont trop anciens et ne sont plus là ; ses nombres et ses modifications le sont.',
  'changes-need-field':
    'Cela va avec `from`, `to`, `added` et `removed` : nommez le champ dont ce sont les valeurs. Il y a : {fields}',
  'changes-field-unknown': 'Le fichier de cet import n’a pas ce champ. Il y a : {fields}',
  'changes-only-json': 'Seulement avec `Accept: application/json` : le fichier contient toutes les modifications.',
  'template-expired': 'Ce modèle est trop ancien pour être téléchargé. Demandez-en un nouveau.',
  'template-empty': 'Il n’y a pas de fichier : la cible ne contenait aucun contact.',
  'template-not-made': 'Il n’y a pas de fichier : le modèle n’a pas pu être préparé.',
  'template-not-ready': 'Le fichier est en préparation. Téléchargez-le quand l’état est READY.',
  'template-field-unknown':
    '« {code} » n’est le code d’{type, select, authorisations {aucune autorisation} other {aucun critère}} de votre institution.',
  'template-field-inactive':
    '{type, select, authorisations {L’autorisation {code} n’est plus active. Activez-la, ou laissez-la de côté.} other {Le critère {code} n’est plus actif. Activez-le, ou laissez-le de côté.}}',
  'template-field-twice':
    '{type, select, authorisations {L’autorisation {code} figure deux fois. Nommez-la une seule fois.} other {Le critère {code} figure deux fois. Nommez-le une seule fois.}}',
  'template-rule-unfit': 'La règle de la cible ne correspond plus aux champs de votre institution.',

  'target-unknown': 'Cette cible n’existe pas.',
  'target-code-taken':
    'Une autre cible porte déjà le code « {code} ». Chaque code est unique : choisissez-en un autre.',
  'code-taken': 'Ce code est déjà pris.',
  'rule-invalid': 'La règle ne peut pas être utilisée ainsi.',
  'target-invalid': 'La cible ne peut pas être enregistrée ainsi.',
  'target-code-form': 'Un code a de 1 à 40 lettres, chiffres, - ou _, et commence par une lettre ou un chiffre.',
  'name-form': 'Un nom a de 1 à 200 caractères, sur une seule ligne.',
  'domain-form': 'Il faut un domaine, comme theatre.example, sans @.',
  'groups-twice': 'Indiquez chaque groupe une seule fois.',
  'page-limit': 'Il faut un nombre entier, de 1 à 200.',
  'name-needed': 'Il faut un nom.',
  'rule-too-large':
    'Les conditions dépassent ensemble {most, number} ko : utilisez moins de valeurs, ou des valeurs plus courtes.',
  'definition-unknown': 'Il n’y a pas de champ avec le code « {code} ».',
  'value-true': 'Vrai',
  'value-false': 'Faux',
  'value-never-stated': 'Jamais indiqué',
  'value-any-text': 'Texte libre',
  'definition-code-taken': 'Le code « {code} » est déjà pris. Chaque code est unique : choisissez-en un autre.',
  'definition-invalid': 'La définition ne peut pas être enregistrée ainsi.',
  'definition-code-form': 'Un code a de 1 à 40 lettres sans accents, chiffres, - ou _, et commence par une lettre.',
  'kind-needed': 'Un nouveau critère a besoin d’une nature.',
  'kind-fixed': 'La nature d’un critère ne peut pas changer ; c’est {kind}.',
  'kind-without-values': 'Seuls LIST et MULTI_LIST ont des valeurs.',
  'criterion-without-values': '{code} est de nature {kind} : seuls LIST et MULTI_LIST ont des valeurs.',
  'fields-active-too-many':
    'Une institution a au plus {most, number} {type, select, authorisations {autorisations actives : désactivez-en une} other {critères actifs : désactivez-en un}} dont on ne se sert plus.',
  'values-kept-too-many':
    'Un critère garde au plus {most, number} valeurs, y compris celles qui ne sont plus actives : réactivez l’une d’elles, ou créez un nouveau critère.',
  'values-too-many': 'Un critère a au plus {most, number} valeurs.',
  'value-code-twice': 'Ce code figure deux fois dans la liste.',
  'value-code-reserved': 'Empty est réservé : dans un fichier, il supprime la valeur.',
  'value-code-form':
    'Le code d’une valeur a de 1 à 60 caractères, sans |, sans caractère de contrôle et sans espace autour.',
  'value-name-needed': 'Une nouvelle valeur a besoin d’un nom.',

  'rule-too-deep': 'Les groupes peuvent être imbriqués sur {most, number} niveaux au plus.',
  'rule-too-long': 'Une règle a au plus {most, number} conditions.',
  'rule-node': 'Il faut soit l’un de {groups} avec une liste, soit field, is et value.',
  'rule-property-unknown': 'Une condition a field, is et value, pas « {property} ».',
  'rule-field-unknown': '« {field} » n’est pas un champ de cette institution.',
  'rule-field-names': 'Les champs sont contact.…, criteria.CODE et authorisations.CODE.',
  'rule-operator-unknown': '« {operator} » n’est pas une comparaison possible pour {field}.',
  'rule-operators': 'Comparaisons possibles pour ce champ : {operators}.',
  'rule-days': 'Il faut un nombre entier de jours, de 0 à {most, number}.',
  'rule-no-value': 'Cette comparaison ne prend pas de valeur ; retirez-la.',
  'rule-list': 'Il faut une liste de 1 à {most, number} valeurs.',
  'rule-values-not-read': 'Les valeurs qui suivent n’ont pas été examinées.',
  'rule-pair': 'Il faut une liste de deux valeurs, de … à ….',
  'rule-pair-order': 'La première valeur ne doit pas venir après la seconde.',
  'rule-boolean': 'Il faut true ou false (pour « aucune valeur », utilisez la comparaison « empty »).',
  'rule-number': 'Il faut un nombre, sans guillemets.',
  'rule-date': 'Il faut une vraie date, sous la forme « AAAA-MM-JJ ».',
  'rule-text':
    'Il faut un texte de 1 à {most, number} caractères, sans caractère de contrôle (pour « aucune valeur », utilisez la comparaison « empty »).',
  'rule-code': 'Il faut le code d’une valeur, comme texte.',
  'rule-code-unknown': '« {code} » n’est pas le code d’une valeur de ce champ.',

  'job-end-not-recorded':
    'C’est terminé, mais à cause d’une erreur de notre côté le résultat n’a pas pu être noté. Adressez-vous à l’assistance.',
  'template-abandoned': 'Le modèle n’a pas pu être préparé.',
  'import-abandoned': 'L’import n’a pas pu être mené à son terme.',
  'job-abandoned': 'Nous l’avons relancé plusieurs fois, et il n’est pas arrivé à son terme.',
  'ask-for-template-again': 'Demandez-le à nouveau.',
  'start-import-again': 'Aucun contact n’a été modifié. Relancez l’import.',
  'start-update-again':
    'Ce qui avait été appliqué reste ; aucune autre ligne ne le sera. Relancez l’import avec le même fichier : ce qui est déjà appliqué compte comme inchangé.',
  'mail-address-invalid': 'Ce n’est pas une adresse e-mail, ou il y en a plusieurs.',
  'mail-not-made': 'L’e-mail n’a pas pu être préparé à cause d’une erreur de notre côté.',
  'mail-refused': 'Le serveur de messagerie refuse l’e-mail.',
  'mail-refused-with': 'Le serveur de messagerie refuse l’e-mail : {reply}',
  'mail-late': 'L’e-mail n’a pas pu être envoyé pendant des heures. Il peut encore arriver.',
  'template-target-gone':
    'La cible n’existe plus : elle a été supprimée après la demande du modèle. Choisissez une autre cible.',
  'template-not-prepared':
    'Le modèle n’a pas pu être préparé à cause d’une erreur de notre côté. Demandez-le à nouveau.',
  'template-rule-invalid':
    'La règle de la cible {code} ne correspond plus aux champs de l’institution. Corrigez la cible et demandez le modèle à nouveau.',
  'template-field-gone': 'Le champ {code} n’est plus actif. Choisissez à nouveau les champs du modèle.',
  'template-no-fields':
    'Il n’y a rien à modifier : l’institution n’a {type, select, authorisations {aucune autorisation active} other {aucun critère actif}}.',
};
