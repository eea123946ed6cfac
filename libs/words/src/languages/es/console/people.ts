import type { Translated } from '../../../spoken.js';
import type { people as english } from '../../en/console/people.js';

export const people: Translated<typeof english> = {
  title: 'Personas',
  lead: 'Quién inicia sesión sin clave, y qué puede hacer.',
  noProvider:
    'Aquí nadie inicia sesión sin clave: en esta instalación no se ha configurado ningún proveedor de identidad (OIDC_ISSUER).',
  groups: 'Grupos y roles',
  groupsLead:
    'Lo que cada persona puede hacer depende de sus grupos, tal como {name} los indica al iniciar sesión: cuenta el rol más alto. Quien no tiene ningún grupo con un rol no puede entrar.',
  noGroups: 'Ningún grupo tiene todavía un rol: nadie puede entrar.',
  group: 'Grupo',
  role: 'Rol',
  roleOf: 'Rol de {group}',
  seen: 'Personas',
  members: '{n, plural, =0 {todavía nadie} one {# persona} other {# personas}}',
  addGroup: 'Añadir un grupo',
  removeGroup: 'Quitar {group}',
  groupsSaved: 'Los roles de los grupos se han guardado y valen desde ahora.',
  list: 'Quién ha iniciado sesión',
  nobody: 'Nadie ha iniciado sesión todavía.',
  name: 'Nombre',
  itsGroups: 'Grupos',
  signIns: 'Último inicio de sesión',
  sessions: 'Sesiones',
  you: 'Usted',
  refused: 'No admitida: ninguno de los grupos tiene un rol',
  moreGroups: '{n, plural, one {y # más} other {y # más}}',
  firstSignIn: 'Primero: {when}',
  lastSeen: 'Última actividad: {when}',
  erased: 'Persona borrada',
  endText:
    'La sesión de esta persona se cierra en todas partes en esta institución, y los tokens emitidos hasta ahora ya no valen. Puede volver a iniciar sesión mientras uno de sus grupos tenga un rol: para impedirlo, cambie los grupos o sus roles.',
  erase: 'Borrar',
  eraseOf: 'Borrar a {name}',
  eraseTitle: '¿Borrar el nombre y la dirección de «{name}»?',
  eraseGone:
    'Desaparecen para siempre el nombre y la dirección, en esta lista, donde plantillas, importaciones, contactos y segmentos dicen quién fue, y en la actividad. Todas las sesiones de la persona aquí terminan.',
  eraseStays:
    'Queda que alguien hizo lo que se hizo, y cuándo, con un número que no dice nada de la persona; y los archivos de cambios hechos antes, mientras se conservan. Quien vuelve a iniciar sesión vuelve a la lista.',
  isErased: 'El nombre y la dirección se han borrado.',
};
