import type { Translated } from '../../spoken.js';
import type { activities as english } from '../en/activities.js';

export const activities: Translated<typeof english> = {
  'activity-not-written':
    'Lo que va a hacerse se anota primero, y en este momento no es posible. No se hizo nada. Vuelva a intentarlo en unos segundos.',
  'activity-signed-in':
    '{who} inició sesión {by, select, key {con una clave de API} link {con un enlace de inicio de sesión} other {con el proveedor de identidad}}.',
  'activity-sign-in-refused': '{who} quiso iniciar sesión y no pudo: ninguno de sus grupos tiene un rol aquí.',
  'activity-signed-out': '{who} cerró la sesión.',
  'activity-institution-chosen': '{who} continuó en esta institución.',
  'activity-sessions-ended': '{who} terminó todas las sesiones de {whose}.',
  'activity-session-over':
    'La sesión de {who} terminó: {why, select, role {ninguno de sus grupos tiene ya un rol aquí} other {el proveedor de identidad ya no la confirmaba}}.',
  'activity-person-erased': '{who} borró el nombre y la dirección de la persona {person}.',
  'activity-key-made': '{who} creó la clave de API {key} con el rol {role}.',
  'activity-key-rotated': '{who} sustituyó la clave de API {key} por una nueva.',
  'activity-key-revoked':
    '{who} revocó la clave de API {key}{made, plural, =0 {} one { y # creada con ella} other { y # creadas con ella}}.',
  'activity-institution-changed': '{who} cambió los ajustes de la institución.',
  'activity-definition-saved':
    '{who} guardó {type, select, authorisation {la autorización} other {el criterio}} {code}.',
  'activity-target-saved': '{who} guardó el segmento {target}.',
  'activity-target-deleted': '{who} eliminó el segmento {target}.',
  'activity-template-downloaded': '{who} descargó la plantilla del segmento {target}.',
  'activity-rejected-lines-downloaded': '{who} descargó las líneas rechazadas de la importación {file}.',
  'activity-changes-downloaded': '{who} descargó los cambios de la importación {file}.',
  'activity-activities-downloaded': '{who} descargó la lista de actividades.',
  'activity-template-requested': '{who} pidió una plantilla del segmento {target}.',
  'activity-import-requested':
    '{who} subió {file} para {action, select, check {una comprobación} other {una actualización}}.',
  'activity-import-checked-again': '{who} pidió otra comprobación de {file}.',
  'activity-import-started-from-check': '{who} inició la actualización a partir de la comprobación de {file}.',
  'activity-import-cancelled': '{who} pidió detener la importación {file}.',
  'activity-import-undone': '{who} pidió la reversión de una importación, con el número {import}.',
  'activity-update-ended':
    'La actualización de {who} {state, select, cancelled {quedó detenida} other {terminó}} ({file}): {applied, plural, one {# línea aplicada} other {# líneas aplicadas}}, {rejected, plural, one {# línea rechazada} other {# líneas rechazadas}}.',
  'activity-undo-ended':
    'La reversión de {who} {state, select, cancelled {terminó antes de tiempo} other {terminó}}: {applied, plural, one {# línea aplicada} other {# líneas aplicadas}}, {rejected, plural, one {# línea rechazada} other {# líneas rechazadas}}.',
  'activity-check-ended':
    'La comprobación de {who} {state, select, cancelled {quedó detenida} other {terminó}} ({file}): {applied, plural, one {se aplicaría # línea} other {se aplicarían # líneas}}, {rejected, plural, one {# línea rechazada} other {# líneas rechazadas}}.',
  'activity-import-failed':
    '{kind, select, check {La comprobación} undo {La reversión} other {La actualización}} de {who} {state, select, rejected {no se aceptó} other {falló}} ({file}): {code}.',
  'activity-dead-letters-replayed':
    'La operación del sistema volvió a enviar un mensaje que no se había podido procesar ({message}).',
  'activity-import-replayed':
    'La operación del sistema volvió a pedir la importación {file}, tras restaurarse la base de datos.',
  'activity-refused': 'Se denegó ({code}), y no se hizo nada.',
  'activity-uncertain': 'La respuesta fue un error ({code}); no es seguro que se hiciera.',
};
