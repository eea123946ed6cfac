import type { Translated } from '../../spoken.js';
import type { letters as english } from '../en/letters.js';

export const letters: Translated<typeof english> = {
  hello: 'Buenos días:',
  moment: '{at, date, moment} UTC',
  dataTypes: { criteria: 'criterios', authorisations: 'autorizaciones', contacts: 'contactos' },
  undoOf: 'reversión de la importación {importId}',
  labels: {
    target: 'Segmento',
    name: 'Nombre',
    type: 'Tipo',
    action: 'Acción',
    state: 'Estado',
    requestedAt: 'Solicitud',
    file: 'Archivo',
    lines: 'Líneas',
    applied: 'Aplicadas',
    wouldBeApplied: 'Se aplicarían',
    unchanged: 'Sin cambios',
    rejected: 'Rechazadas',
    notAttempted: 'No tratadas',
  },
  templateReady: {
    subject: 'Su plantilla está lista: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'La plantilla que solicitó está lista: {dataType, select, criteria {los criterios} other {las autorizaciones}} de {lines, plural, one {# contacto} other {# contactos}} del segmento {code}{parts, plural, =1 {} other {, en # archivos porque una hoja de cálculo no puede contenerlos todos}}.',
    attached:
      'La encontrará adjunta a este correo. También puede descargarla hasta el {expiresAt, date, moment} UTC; se le pedirá que inicie sesión:',
    notListed:
      'No va adjunta: contiene datos de contactos, y el dominio de esta dirección no está entre los que su institución ha indicado en los Ajustes. Descárguela aquí; se le pedirá que inicie sesión:',
    tooLarge: 'Con {size} es demasiado grande para un correo. Descárguela aquí; se le pedirá que inicie sesión:',
    keptUntil:
      'El archivo se conserva hasta el {expiresAt, date, moment} UTC. Después, basta con solicitar una plantilla nueva.',
    goOn: 'Cómo seguir: {packed, select, yes {descomprima el archivo, ábralo} other {abra el archivo}} en su hoja de cálculo y rellene las celdas [new] que quiera cambiar. Una celda [new] vacía no cambia nada, la palabra Empty elimina el valor. Suba después el archivo en la pantalla Importación; una comprobación le dice primero lo que haría una actualización.',
    workbook:
      'Es un libro (.xlsx) cuyas celdas son todas de texto: los ceros iniciales y las fechas se quedan como están, y unas listas ofrecen los valores permitidos. Guárdelo de nuevo como .xlsx; su hoja «How to» explica lo demás.',
    csv: 'Ábralo con todas las columnas como texto: de lo contrario, una hoja de cálculo suprime los ceros iniciales de los números de contacto y reescribe las fechas. En Excel, use Datos › De texto/CSV sin detección del tipo de datos; en LibreOffice, seleccione todas las columnas en la ventana de importación y elija el tipo de columna Texto. Guárdelo después de nuevo como CSV.',
  },
  templateEmpty: {
    subject: 'No hay plantilla, el segmento está vacío: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'Ha solicitado una plantilla con {dataType, select, criteria {los criterios} other {las autorizaciones}} de los contactos del segmento {code}. En este momento ese segmento no contiene ningún contacto; por eso no hay archivo.',
    goOn: 'Revise la regla del segmento, o elija otro, y repita la solicitud.',
  },
  templateFailed: {
    subject: 'No se ha podido crear su plantilla: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'No hemos podido crear la plantilla con {dataType, select, criteria {los criterios} other {las autorizaciones}} de los contactos del segmento {code}. El motivo:',
    goOn: 'No se ha cambiado nada. Puede solicitar de nuevo la plantilla en la pantalla Importación.',
  },
  importFinished: {
    checked: {
      subject:
        'Comprobación terminada{rejected, plural, =0 {} one {, # línea con errores} other {, # líneas con errores}}: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'La comprobación de su archivo ha terminado. {rejected, plural, =0 {No ha encontrado errores.} one {# línea tiene errores.} other {# líneas tienen errores.}} Una comprobación no cambia nada: los números dicen lo que haría una actualización.',
      state: 'comprobada',
    },
    done: {
      subject: 'Importación terminada: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'Su importación ha terminado. Se han podido usar todas sus líneas.',
      state: 'terminada',
    },
    doneWithErrors: {
      subject:
        'Importación terminada, {rejected, plural, one {# línea rechazada} other {# líneas rechazadas}}: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'Su importación ha terminado. {rejected, plural, one {Se ha rechazado # línea} other {Se han rechazado # líneas}}; las demás se han tratado.',
      state: 'terminada, con líneas rechazadas',
    },
    cancelled: {
      subject: 'Importación detenida: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'Su importación se ha detenido. Lo que ya se había aplicado se queda; las líneas que figuran como no tratadas no se han tocado.',
      state: 'detenida',
    },
    rejected: {
      subject: 'Este archivo no se puede usar: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'Su archivo no se puede usar tal como está; por eso no se ha cambiado ningún contacto. El motivo:',
      state: 'rechazada',
    },
    failed: {
      subject: 'La importación ha fallado: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'Su importación no se ha podido llevar a término. El motivo:',
      state: 'fallida',
    },
    check: 'comprobación de la calidad del archivo',
    update: 'actualización masiva de los datos',
    overwritten:
      '{overwritten, plural, one {# línea aplicada ha sobrescrito} other {# líneas aplicadas han sobrescrito}} un valor que había cambiado desde la exportación.',
    wouldOverwrite:
      '{overwritten, plural, one {# línea sobrescribiría} other {# líneas sobrescribirían}} un valor que ha cambiado desde la exportación.',
    warnings: 'Hay {warnings, plural, one {# aviso} other {# avisos}}.',
    blankLines:
      '{blankLines, plural, one {Se ha omitido # línea vacía, que no se cuenta} other {Se han omitido # líneas vacías, que no se cuentan}} arriba.',
    rejectedLines:
      'Las líneas rechazadas se pueden descargar, cada una con su motivo. Corríjalas y suba ese archivo tal como está.',
    details: 'Los detalles están aquí; se le pedirá que inicie sesión:',
  },
  fault: 'Algo ha fallado por nuestra parte. Inténtelo de nuevo, y avise a su administrador si vuelve a ocurrir.',
};
