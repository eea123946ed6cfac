import type { Translated } from '../../spoken.js';
import type { faults as english } from '../en/faults.js';

export const faults: Translated<typeof english> = {
  IMPORT_FAILED:
    'Une erreur s’est produite de notre côté, et le fichier n’a pas pu être examiné. Relancez l’import ; aucun contact n’a été modifié.',
  UPDATE_FAILED:
    'Une erreur de notre côté a arrêté l’import. Ce qui avait été appliqué reste et figure dans le fichier des modifications ; les autres lignes n’ont pas été touchées.',
  FILE_CHANGED:
    'Le fichier stocké n’est plus celui qui a été envoyé : il a été modifié dans le stockage. Il n’a pas été lu, et aucun contact n’a été modifié. Envoyez-le à nouveau, et prévenez la personne qui exploite le service.',
  PLAN_CHANGED:
    'Ce qui avait été lu du fichier a été altéré dans le stockage, et l’import a été arrêté. Ce qui avait été appliqué reste et figure dans le fichier des modifications ; les autres lignes n’ont pas été touchées. Envoyez le fichier à nouveau, et prévenez la personne qui exploite le service.',
  JOB_ABANDONED:
    'Nous l’avons relancé plusieurs fois, et il n’est pas arrivé à son terme. Ce qui avait été modifié reste. Demandez-le à nouveau.',
  TEMPLATE_FAILED:
    'Une erreur s’est produite de notre côté, et le modèle n’a pas pu être préparé. Demandez-le à nouveau.',
  TARGET_UNKNOWN: 'La cible n’existe plus. Choisissez-en une autre.',
  RULE_INVALID: 'La règle de la cible nomme un champ ou une valeur qui n’existe plus. Corrigez la cible.',
  NO_ACTIVE_FIELDS: 'Il n’y a aucun champ actif de ce type de données.',
  FIELD_NOT_ACTIVE: 'Un champ choisi pour le modèle n’est plus actif. Choisissez les champs à nouveau.',
  INTERNAL_ERROR: 'Une erreur s’est produite de notre côté. Réessayez plus tard.',
};
