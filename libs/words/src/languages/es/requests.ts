import type { Translated } from '../../spoken.js';
import type { requests as english } from '../en/requests.js';

export const requests: Translated<typeof english> = {
  'key-needed': 'Envíe una clave de API como token «bearer», o inicie sesión.',
  'key-unknown': 'Esta clave de API no se conoce.',
  'key-ended': 'Esta clave de API caducó el {day}. Un administrador de su institución puede crear una nueva.',
  'session-ended': 'La sesión ha terminado. Inicie sesión de nuevo.',
  'provider-unavailable':
    '{name} no responde en este momento, así que nadie puede iniciar sesión con ese servicio. Vuelva a intentarlo dentro de unos minutos.',
  'provider-none':
    'Aquí nadie inicia sesión con un proveedor de identidad. Use una clave de API o un enlace de inicio de sesión.',
  'sign-in-no-longer':
    'Ya no tiene ningún rol en {name}: ninguno de los grupos a los que pertenece da acceso. Diríjase a un administrador de esa institución.',
  'session-of-key':
    'Esta sesión representa una clave de API, que pertenece a una sola institución. Inicie sesión con una clave de la otra.',
  'person-unknown':
    'Esta persona todavía no ha iniciado sesión aquí, así que el idioma no se puede guardar. Inicie sesión una vez o envíe Accept-Language con cada petición.',
  'token-unknown': 'Este token no vale aquí. Pida uno nuevo al proveedor de identidad, emitido para esta interfaz.',
  'token-over': 'Este token ha caducado. Pida uno nuevo al proveedor de identidad.',
  'token-no-role':
    'Ninguno de los grupos de este token tiene un rol en la institución. Diríjase a un administrador de esa institución.',
  'token-several-institutions':
    'Usted pertenece a varias instituciones. Indique en la cabecera Roundtrip-Institution cuál es.',
  'making-key-revoked': 'La clave que debía crear esta se ha revocado entretanto.',
  'role-needed':
    '{what, select, update {Para una actualización} overwriting {Para sobrescribir valores más recientes} refusals {Para sobrescribir rechazos} sessions {Para cerrar las sesiones de otra clave} other {Para esto}} se necesita el rol {needed}; esta clave tiene el rol {role}.',
  'foreign-page':
    'Esta petición viene de una página de {from}. Con la sesión iniciada, solo se pueden hacer cambios desde las páginas de {own}: abra esa dirección. Si no es la que se usa, hay que corregir PUBLIC_URL de la pasarela.',
  'foreign-page-unknown':
    'Esta petición viene de una página de otro sitio. Con la sesión iniciada, solo se pueden hacer cambios desde las páginas de {own}: abra esa dirección. Si no es la que se usa, hay que corregir PUBLIC_URL de la pasarela.',
  'sign-in-code-gone': 'Este enlace de inicio de sesión ya se ha usado, o sus diez minutos han pasado. Pida uno nuevo.',
  'key-deletes-itself': 'Una clave no puede revocarse a sí misma. Use otra.',
  'keys-too-many':
    'Su institución tiene {most, number} claves de API, tantas como puede tener. Revoque primero una que ya nadie use.',
  'key-last-administrator': 'No quedaría ninguna clave de administrador que siga siendo válida. Cree antes otra.',
  'key-replaced': 'Otra clave ya sustituye a esta, o esta se ha revocado. Renueve la otra, o cree una nueva.',

  'requests-too-many': 'Son más de {most, plural, one {# petición} other {# peticiones}} en un minuto.',
  'list-pages-too-many':
    'Son más de {most, plural, one {# página} other {# páginas}} de contactos y páginas siguientes de listas en un minuto.',
  'sign-ins-too-many':
    'Desde su dirección alguien ha intentado {most, plural, one {# vez} other {# veces}} iniciar sesión con una clave equivocada.',
  'sign-ins-begun-too-many':
    'Desde su dirección {most, plural, one {se ha empezado # inicio de sesión} other {se han empezado # inicios de sesión}} en una hora, tantos como se permiten.',
  'upload-bytes-too-many':
    'Su institución ha subido {most, plural, one {# byte} other {# bytes}} en una hora, tanto como puede.',
  'mails-to-recipient-too-many':
    'Con un correo a esta dirección {most, plural, one {se ha pedido # plantilla} other {se han pedido # plantillas}} en una hora. Pida esta sin correo: se descarga en la página.',
  'mails-of-institution-too-many':
    'Su institución ha pedido {most, plural, one {# plantilla} other {# plantillas}} por correo en una hora. Pida esta sin correo: se descarga en la página.',
  'again-in-seconds': 'Vuelva a intentarlo dentro de {seconds, plural, one {un segundo} other {# segundos}}.',
  'again-in-minutes': 'Vuelva a intentarlo dentro de {minutes, plural, one {un minuto} other {# minutos}}.',
  'uploads-at-once':
    'Su institución ya está subiendo {most, plural, one {# archivo} other {# archivos}}. Vuelva a intentarlo cuando uno de ellos haya llegado.',
  'streams-of-key':
    'Con esta clave ya {most, plural, one {sigue los eventos # ventana o programa} other {siguen los eventos # ventanas o programas}}. Cierre uno.',
  'streams-at-once':
    'Ya son tantos los que siguen los eventos que no queda sitio. Vuelva a intentarlo un poco más tarde.',
  'heavy-reads-at-once':
    'Su institución ya tiene abiertas {most, number} vistas previas, búsquedas, listas de cambios o exportaciones. Vuelva a intentarlo en un momento, cuando una de ellas haya terminado.',

  'route-unknown': 'En esta dirección no hay nada. Las direcciones conocidas figuran en /docs.',
  'method-not-allowed': '{method} no es posible aquí, solo {allowed}.',
  'request-malformed': 'La petición no se puede leer: no es HTTP bien formado, o su dirección está mal codificada.',
  'not-http': 'La petición no es HTTP bien formado.',
  'request-too-slow': 'La petición no ha llegado a tiempo.',
  'headers-too-large': 'Las cabeceras de la petición superan 16 kB.',
  'idempotency-key-invalid': 'Una Idempotency-Key tiene de 1 a 100 caracteres ASCII visibles.',
  'idempotency-key-in-use': 'La primera petición con esta Idempotency-Key todavía está en curso.',
  'idempotency-key-reused': 'Esta Idempotency-Key ya se ha usado para otra petición. Use una nueva.',
  'cursor-invalid': 'Este cursor no viene de esta lista. Empiece desde el principio.',
  'cursor-of-another-list': 'No es un cursor de esta lista.',
  'json-malformed': 'El cuerpo no es JSON bien formado.',
  'json-not-utf-8': 'El cuerpo no está en UTF-8.',
  'json-too-deep': 'El cuerpo está anidado en más de {most, number} niveles.',
  'json-too-many-entries':
    '{what, select, list {Una lista} other {Un objeto}} del cuerpo tiene más de {most, number} entradas.',
  'body-missing': 'Se necesita un cuerpo de tipo application/json.',
  'body-no-json': 'El cuerpo debe ser application/json en UTF-8, sin comprimir.',
  'body-too-large': 'El cuerpo supera {most, number} kB.',
  'body-too-slow': 'El cuerpo no ha llegado a tiempo.',
  'characters-invalid': 'Un texto contiene NUL o la mitad de un carácter, lo que ningún texto puede contener. Quítelo.',
  'character-invalid': 'Esto contiene NUL o la mitad de un carácter, lo que ningún texto puede contener.',
  'event-id-invalid': 'Este Last-Event-ID no es el de un evento de este flujo.',
  'property-unknown': 'Esto no se conoce aquí.',
  'more-faults': 'Y {n, number} más.',
  'not-found':
    '{what, select, authorisation {Esta autorización} criterion {Este criterio} target {Este segmento} template {Esta plantilla} contact {Este contacto} import {Esta importación} key {Esta clave de API} institution {Esta institución} person {Esta persona} other {Este archivo}} no existe en su institución.',

  'part-away':
    'Una parte del sistema que se necesita aquí no responde en este momento. Vuelva a intentarlo dentro de unos segundos.',
  'not-ready': 'El servicio no está listo. Vuelva a intentarlo dentro de unos segundos.',
  'took-too-long': 'Esto es más de lo que se puede averiguar a tiempo. Pida menos, o vuelva a intentarlo más tarde.',
  'our-fault': 'Es un error por nuestra parte. Vuelva a intentarlo más tarde.',
  'still-open': 'Esto tarda más de lo habitual. Se hará sin otra petición; vuelva a mirar un poco más tarde.',

  'upload-no-form': 'Una subida debe ser multipart/form-data.',
  'form-malformed':
    'El formulario no se puede leer: está cortado, no tiene separador (boundary), o sus partes tienen cabeceras mal formadas.',
  'parts-too-many': 'El formulario tiene demasiadas partes.',
  'file-without-name': 'La parte «file» no tiene nombre de archivo: debe enviarse como archivo.',
  'file-missing': 'El formulario no tiene ninguna parte «file» con un nombre de archivo.',
  'field-after-file': 'Está después del archivo; todos los campos deben ir antes.',
  'form-field-unknown': 'Este campo no se conoce.',
  'form-field-too-long': 'Es demasiado largo.',
  'form-field-twice': 'Está dos veces.',
  'form-field-missing': 'Falta: debe ir antes del archivo.',
  'one-file-only': 'Solo puede haber un archivo.',
  'file-in-other-part': 'El archivo debe estar en la parte «file».',
  'upload-cut-off': 'La subida se ha interrumpido.',
  'upload-stalled': 'La subida es demasiado lenta o se ha detenido.',

  'address-sends-on': 'Una dirección con {sign} puede reenviar un correo a otros, y no se acepta.',
  'address-invalid': 'No es una única dirección de correo.',
  'address-of-one': 'Escriba la dirección de una sola persona, como marie@example.org.',
  'domain-not-allowed': 'Su institución solo envía correos a estos dominios: {allowed}.',

  'import-not-undoable': 'Solo se puede revertir una actualización terminada que haya cambiado algo.',
  'import-not-checked': 'Una actualización solo se puede iniciar desde una comprobación en el estado CHECKED.',
  'import-without-file': 'Esta importación se hizo sin archivo: no hay ninguno que comprobar.',
  'upload-expired': 'El archivo de esta importación es demasiado antiguo y ya no está. Súbalo de nuevo.',
  'import-finished': 'La importación ha terminado ({state}): ya no hay nada que detener.',
  'import-not-finished': 'La importación todavía está en curso. Vuelva a intentarlo cuando haya terminado.',
  'import-without-report':
    'No hay nada que descargar: la importación está en el estado {state}, no se han examinado todas sus líneas.',
  'report-expired':
    'Los informes de esta importación son demasiado antiguos y ya no están; sus números y sus cambios sí.',
  'changes-need-field':
    'Esto va con `from`, `to`, `added` y `removed`: nombre el campo al que pertenecen los valores. Hay: {fields}',
  'changes-field-unknown': 'El archivo de esta importación no tiene ese campo. Hay: {fields}',
  'changes-only-json': 'Solo con `Accept: application/json`: el archivo contiene todos los cambios.',
  'template-expired': 'Esta plantilla es demasiado antigua para descargarla. Pida una nueva.',
  'template-empty': 'No hay archivo: el segmento no contenía ningún contacto.',
  'template-not-made': 'No hay archivo: no se ha podido crear la plantilla.',
  'template-not-ready': 'El archivo se está preparando. Descárguelo cuando el estado sea READY.',
  'template-field-unknown':
    '«{code}» no es el código de {type, select, authorisations {ninguna autorización} other {ningún criterio}} de su institución.',
  'template-field-inactive':
    '{type, select, authorisations {La autorización {code} no está activa. Actívela, o déjela fuera.} other {El criterio {code} no está activo. Actívelo, o déjelo fuera.}}',
  'template-field-twice':
    '{type, select, authorisations {La autorización {code} figura dos veces. Nómbrela una sola vez.} other {El criterio {code} figura dos veces. Nómbrelo una sola vez.}}',
  'template-rule-unfit': 'La regla del segmento ya no corresponde a los campos de su institución.',

  'target-unknown': 'Este segmento no existe.',
  'target-code-taken': 'Otro segmento ya tiene el código «{code}». Cada código es único: elija otro.',
  'code-taken': 'Este código ya está en uso.',
  'rule-invalid': 'La regla no se puede usar así.',
  'target-invalid': 'El segmento no se puede guardar así.',
  'target-code-form': 'Un código tiene de 1 a 40 letras, cifras, - o _, y empieza por una letra o una cifra.',
  'name-form': 'Un nombre tiene de 1 a 200 caracteres, en una sola línea.',
  'domain-form': 'Hace falta un dominio como theatre.example, sin @.',
  'groups-twice': 'Indique cada grupo una sola vez.',
  'page-limit': 'Hace falta un número entero de 1 a 200.',
  'name-needed': 'Se necesita un nombre.',
  'rule-too-large': 'Juntas, las condiciones superan {most, number} kB: use menos valores, o valores más cortos.',
  'definition-unknown': 'No hay ningún campo con el código «{code}».',
  'value-true': 'Verdadero',
  'value-false': 'Falso',
  'value-never-stated': 'Nunca indicado',
  'value-any-text': 'Texto libre',
  'definition-code-taken': 'El código «{code}» ya está en uso. Cada código es único: elija otro.',
  'definition-invalid': 'La definición no se puede guardar así.',
  'definition-code-form': 'Un código tiene de 1 a 40 letras sin acentos, cifras, - o _, y empieza por una letra.',
  'kind-needed': 'Un criterio nuevo necesita un tipo.',
  'kind-fixed': 'El tipo de un criterio no puede cambiar; es {kind}.',
  'kind-without-values': 'Solo LIST y MULTI_LIST tienen valores.',
  'criterion-without-values': '{code} es de tipo {kind}: solo LIST y MULTI_LIST tienen valores.',
  'fields-active-too-many':
    'Una institución tiene como máximo {most, number} {type, select, authorisations {autorizaciones activas: desactive una} other {criterios activos: desactive uno}} que ya no se use.',
  'values-kept-too-many':
    'Un criterio conserva como máximo {most, number} valores, incluidos los que no están activos: vuelva a activar uno de ellos, o cree un criterio nuevo.',
  'values-too-many': 'Un criterio tiene como máximo {most, number} valores.',
  'value-code-twice': 'Este código figura dos veces en la lista.',
  'value-code-reserved': 'Empty está reservado: en un archivo quita el valor.',
  'value-code-form':
    'El código de un valor tiene de 1 a 60 caracteres, sin |, sin caracteres de control y sin espacios alrededor.',
  'value-name-needed': 'Un valor nuevo necesita un nombre.',

  'rule-too-deep': 'Los grupos se pueden anidar como máximo en {most, number} niveles.',
  'rule-too-long': 'Una regla tiene como máximo {most, number} condiciones.',
  'rule-node': 'Se necesita uno de {groups} con una lista, o bien field, is y value.',
  'rule-property-unknown': 'Una condición tiene field, is y value, no «{property}».',
  'rule-field-unknown': '«{field}» no es un campo de esta institución.',
  'rule-field-names': 'Los campos son contact.…, criteria.CODE y authorisations.CODE.',
  'rule-operator-unknown': '«{operator}» no es una comparación posible para {field}.',
  'rule-operators': 'Comparaciones posibles para este campo: {operators}.',
  'rule-days': 'Se necesita un número entero de días, de 0 a {most, number}.',
  'rule-no-value': 'Esta comparación no lleva valor; quítelo.',
  'rule-list': 'Se necesita una lista de 1 a {most, number} valores.',
  'rule-values-not-read': 'Los valores que siguen no se han examinado.',
  'rule-pair': 'Se necesita una lista de dos valores, «de» y «a».',
  'rule-pair-order': 'El primer valor no debe ir después del segundo.',
  'rule-boolean': 'Se necesita true o false (para «ningún valor», use la comparación «empty»).',
  'rule-number': 'Se necesita un número, sin comillas.',
  'rule-date': 'Se necesita una fecha real, en la forma «AAAA-MM-DD».',
  'rule-text':
    'Se necesita un texto de 1 a {most, number} caracteres, sin caracteres de control (para «ningún valor», use la comparación «empty»).',
  'rule-code': 'Se necesita el código de un valor, como texto.',
  'rule-code-unknown': '«{code}» no es el código de un valor de este campo.',

  'job-end-not-recorded':
    'Ha terminado, pero por un error por nuestra parte no se ha podido registrar el resultado. Póngase en contacto con el servicio de asistencia.',
  'template-abandoned': 'No se ha podido crear la plantilla.',
  'import-abandoned': 'No se ha podido llevar a término la importación.',
  'job-abandoned': 'Hemos vuelto a empezar varias veces sin llegar al final.',
  'ask-for-template-again': 'Pídala de nuevo.',
  'start-import-again': 'No se ha cambiado ningún contacto. Inicie de nuevo la importación.',
  'start-update-again':
    'Lo que se había aplicado se queda; no se aplicará ninguna otra línea. Inicie de nuevo la importación con el mismo archivo: lo que ya está aplicado cuenta como sin cambios.',
  'mail-address-invalid': 'No es una dirección de correo, o hay varias.',
  'mail-not-made': 'No se pudo preparar el correo por un error nuestro.',
  'mail-refused': 'El servidor de correo rechaza el mensaje.',
  'mail-refused-with': 'El servidor de correo rechaza el mensaje: {reply}',
  'mail-late': 'Durante horas no se pudo enviar el correo. Aún puede llegar.',
  'template-target-gone': 'El segmento ya no existe: se eliminó después de pedir la plantilla. Elija otro segmento.',
  'template-not-prepared': 'Por un error por nuestra parte no se ha podido preparar la plantilla. Pídala de nuevo.',
  'template-rule-invalid':
    'La regla del segmento {code} ya no corresponde a los campos de la institución. Corrija el segmento y pida de nuevo la plantilla.',
  'template-field-gone': 'El campo {code} ya no está activo. Elija de nuevo los campos de la plantilla.',
  'template-no-fields':
    'No hay nada que editar: la institución no tiene {type, select, authorisations {ninguna autorización activa} other {ningún criterio activo}}.',
};
