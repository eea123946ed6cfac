import type { Translated } from '../../../spoken.js';
import type { product as english } from '../../en/console/product.js';

export const product: Translated<typeof english> = {
  lines: '{n, plural, one {# línea} other {# líneas}}',
  contacts: '{n, plural, one {# contacto} other {# contactos}}',
  roles: { viewer: 'lector', editor: 'redactor', operator: 'operador', admin: 'administrador' },
  roleMeans: {
    viewer: 've todo, no cambia nada',
    editor: 'además segmentos, plantillas y comprobaciones',
    operator: 'además actualizaciones, reversiones y sobrescritura de valores más recientes',
    admin: 'además definiciones, ajustes, claves y sobrescritura de rechazos',
  },
  dataTypes: { criteria: 'Criterios de contactos', authorisations: 'Autorizaciones', contacts: 'Contactos' },
  dataTypeHints: {
    criteria: 'Una plantilla con columnas [old] y [new] de criterios',
    authorisations: 'Una plantilla con columnas [old] y [new] de autorizaciones',
    contacts: 'Contactos nuevos, o sus nombres y direcciones',
  },
  kinds: {
    LIST: 'Un valor de una lista',
    MULTI_LIST: 'Varios valores de una lista',
    BOOLEAN: 'Verdadero o falso',
    TEXT: 'Texto',
    NUMBER: 'Número',
    DATE: 'Fecha',
    AUTHORISATION: 'Autorización',
  },
  values: { true: 'Verdadero', false: 'Falso', empty: 'Vacío', none: 'Ningún valor' },
};
