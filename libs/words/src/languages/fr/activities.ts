import type { Translated } from '../../spoken.js';
import type { activities as english } from '../en/activities.js';

export const activities: Translated<typeof english> = {
  'activity-not-written':
    'Ce qui doit se faire est d’abord consigné, et ce n’est pas possible pour l’instant. Rien n’a été fait. Veuillez réessayer dans quelques secondes.',
  'activity-signed-in':
    'Connexion de {who} {by, select, key {avec une clé d’API} link {par un lien de connexion} other {par le fournisseur d’identité}}.',
  'activity-sign-in-refused': '{who} a voulu se connecter sans y parvenir : aucun de ses groupes n’a de rôle ici.',
  'activity-signed-out': '{who} a fermé sa session.',
  'activity-institution-chosen': '{who} a continué dans cette institution.',
  'activity-sessions-ended': '{who} a mis fin à toutes les sessions de {whose}.',
  'activity-session-over':
    'La session de {who} a pris fin : {why, select, role {aucun de ses groupes n’a plus de rôle ici} other {le fournisseur d’identité ne la confirmait plus}}.',
  'activity-person-erased': '{who} a effacé le nom et l’adresse de la personne {person}.',
  'activity-key-made': '{who} a créé la clé d’API {key} avec le rôle {role}.',
  'activity-key-rotated': '{who} a remplacé la clé d’API {key} par une nouvelle.',
  'activity-key-revoked':
    '{who} a révoqué la clé d’API {key}{made, plural, =0 {} one { et # clé créée avec elle} other { et # clés créées avec elle}}.',
  'activity-institution-changed': '{who} a modifié les réglages de l’institution.',
  'activity-definition-saved':
    '{who} a enregistré {type, select, authorisation {l’autorisation} other {le critère}} {code}.',
  'activity-target-saved': '{who} a enregistré la cible {target}.',
  'activity-target-deleted': '{who} a supprimé la cible {target}.',
  'activity-template-downloaded': '{who} a téléchargé le modèle de la cible {target}.',
  'activity-rejected-lines-downloaded': '{who} a téléchargé les lignes rejetées de l’import {file}.',
  'activity-changes-downloaded': '{who} a téléchargé les modifications de l’import {file}.',
  'activity-activities-downloaded': '{who} a téléchargé la liste des activités.',
  'activity-template-requested': '{who} a demandé un modèle de la cible {target}.',
  'activity-import-requested':
    '{who} a envoyé {file} pour {action, select, check {un contrôle} other {une mise à jour}}.',
  'activity-import-checked-again': '{who} a demandé un nouveau contrôle de {file}.',
  'activity-import-started-from-check': '{who} a lancé la mise à jour à partir du contrôle de {file}.',
  'activity-import-cancelled': '{who} a demandé l’arrêt de l’import {file}.',
  'activity-import-undone': '{who} a demandé l’annulation d’un import, sous le numéro {import}.',
  'activity-update-ended':
    'La mise à jour de {who} {state, select, cancelled {a été arrêtée} other {est terminée}} ({file}) : {applied, plural, one {# ligne appliquée} other {# lignes appliquées}}, {rejected, plural, one {# ligne rejetée} other {# lignes rejetées}}.',
  'activity-undo-ended':
    'L’annulation de {who} {state, select, cancelled {s’est terminée avant terme} other {est terminée}} : {applied, plural, one {# ligne appliquée} other {# lignes appliquées}}, {rejected, plural, one {# ligne rejetée} other {# lignes rejetées}}.',
  'activity-check-ended':
    'Le contrôle de {who} {state, select, cancelled {a été arrêté} other {est terminé}} ({file}) : {applied, plural, one {# ligne serait appliquée} other {# lignes seraient appliquées}}, {rejected, plural, one {# ligne rejetée} other {# lignes rejetées}}.',
  'activity-import-failed':
    '{kind, select, check {Le contrôle} undo {L’annulation} other {La mise à jour}} de {who} {state, select, rejected {a fait l’objet d’un refus} other {a échoué}} ({file}) : {code}.',
  'activity-dead-letters-replayed': 'L’exploitation a renvoyé un message qui n’avait pas pu être traité ({message}).',
  'activity-import-replayed':
    'L’exploitation a redemandé l’import {file}, après la restauration de la base de données.',
  'activity-refused': 'Cela a été refusé ({code}), et rien n’a été fait.',
  'activity-uncertain': 'La réponse était une erreur ({code}) ; il n’est pas certain que cela ait été fait.',
};
