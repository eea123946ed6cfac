import type { Translated } from '../../../spoken.js';
import type { product as english } from '../../en/console/product.js';

export const product: Translated<typeof english> = {
  lines: '{n, plural, one {# ligne} other {# lignes}}',
  contacts: '{n, plural, one {# contact} other {# contacts}}',
  roles: { viewer: 'lecteur', editor: 'rédacteur', operator: 'opérateur', admin: 'administrateur' },
  roleMeans: {
    viewer: 'voit tout, ne change rien',
    editor: 'de plus : cibles, modèles et contrôles',
    operator: 'de plus : mises à jour, annulations et écrasement de valeurs plus récentes',
    admin: 'de plus : définitions, réglages, clés et écrasement des refus',
  },
  dataTypes: { criteria: 'Critères de contact', authorisations: 'Autorisations', contacts: 'Contacts' },
  dataTypeHints: {
    criteria: 'Un modèle avec des colonnes [old] et [new] de critères',
    authorisations: 'Un modèle avec des colonnes [old] et [new] d’autorisations',
    contacts: 'De nouveaux contacts, ou leurs noms et adresses',
  },
  kinds: {
    LIST: 'Une valeur d’une liste',
    MULTI_LIST: 'Plusieurs valeurs d’une liste',
    BOOLEAN: 'Vrai ou faux',
    TEXT: 'Texte',
    NUMBER: 'Nombre',
    DATE: 'Date',
    AUTHORISATION: 'Autorisation',
  },
  values: { true: 'Vrai', false: 'Faux', empty: 'Vide', none: 'Aucune valeur' },
};
