import type { Translated } from '../../../spoken.js';
import type { limits as english } from '../../en/console/limits.js';

export const limits: Translated<typeof english> = {
  title: 'Límites',
  lead: 'Esto es lo que se puede pedir, para que nadie retrase a los demás; el trabajo habitual queda muy por debajo. A quien pide más se le dice cuándo volver a intentarlo. Donde funcionan varias pasarelas, cada una cuenta por sí misma.',
  requestsPerMinute: 'Peticiones por minuto, de una clave',
  listPagesPerMinute: 'Páginas de contactos y páginas siguientes de listas por minuto, de una clave',
  heavyReadsAtOnce: 'Vistas previas y búsquedas a la vez, de la institución',
  heavyRead: 'Tiempo máximo de una de ellas',
  uploadsAtOnce: 'Subidas a la vez, de la institución',
  uploadBytesPerHour: 'Subido por hora, de la institución',
  uploadMaxBytes: 'Archivo más grande',
  eventStreamsPerKey: 'Ventanas que se actualizan en directo a la vez, de una clave',
  eventStreamsAtOnce: 'Ventanas que se actualizan en directo a la vez, de todos',
  templateMailsPerRecipient: 'Correos sobre plantillas por hora, a una dirección',
  templateMailsPerInstitution: 'Correos sobre plantillas por hora, de la institución',
  signInFailuresPerHour: 'Inicios de sesión con una clave equivocada por hora, desde una dirección',
  signInsPerHour: 'Inicios de sesión con el proveedor de identidad por hora, desde una dirección',
};
