import type { Translated } from '../../../spoken.js';
import type { upload as english } from '../../en/console/upload.js';

export const upload: Translated<typeof english> = {
  title: 'Nueva importación',
  lead: 'Suba una plantilla rellenada, o un archivo de contactos.',
  file: 'Archivo',
  drop: 'Suelte aquí un .xlsx, .csv o .zip, o elija uno',
  choose: 'Elegir un archivo',
  chooseOther: 'Elegir otro archivo',
  limit: 'Hasta {size}',
  dataType: 'Tipo de datos',
  action: 'Acción',
  actions: { check: 'Comprobar la calidad del archivo', update: 'Actualizar los datos en masa' },
  actionHints: {
    check: 'Muestra qué cambiaría y qué está mal. No se escribe nada.',
    update: 'Aplica cada línea correcta. Las demás se rechazan y se explican.',
  },
  conflicts: 'Si un valor ha cambiado desde que se hizo el archivo',
  onConflict: { reject: 'Rechazar la línea (recomendado)', overwrite: 'Sobrescribir el valor más reciente' },
  overwriteRefusals: 'Sobrescribir también los rechazos',
  overwriteRefusalsHint:
    'Una autorización que ahora es Falso puede volver a ser Verdadero o Vacío. Solo si estas personas han dado su conformidad.',
  email: 'Correo electrónico',
  emailHint: 'Un solo correo al terminar, con las cifras.',
  start: { check: 'Comprobar el archivo', update: 'Actualizar los datos' },
  sending: 'Subiendo el archivo',
  stop: 'Detener la subida',
  stopped: 'La subida se ha detenido. No se ha guardado nada.',
  found: {
    columns: '{n, plural, one {# columna} other {# columnas}} para importar',
    dataType: 'Parece ser: {name}.',
    sheet: 'Se lee la hoja «{name}»:',
    sheets: 'De cada uno de los {workbooks, number} libros se lee una hoja, del primero «{name}»:',
    rows: '{n, plural, one {# fila} other {# filas}} debajo del encabezado.',
    rowsAbout: 'unas {n, plural, one {# fila} other {# filas}} debajo del encabezado.',
    counting: 'contando sus filas…',
    rowsUnknown: 'cuántas filas tiene se verá en la comprobación.',
  },
  doubtful: {
    XLS: 'Este es un libro de Excel antiguo (.xls), que no se puede leer. Guárdelo como «Libro de Excel (.xlsx)» y elija ese archivo.',
    ENCRYPTED:
      'Este libro está protegido con una contraseña y no se puede leer. Guárdelo sin contraseña como «Libro de Excel (.xlsx)» y elija ese archivo.',
    XLSB: 'Este es un libro de Excel binario (.xlsb), que no se puede leer. Guárdelo como «Libro de Excel (.xlsx)» y elija ese archivo.',
    ODS: 'Este es un documento de LibreOffice (.ods), que no se puede leer. Guárdelo como «Excel 2007–365 (.xlsx)» y elija ese archivo.',
    NUMBERS:
      'Este es un documento de Apple Numbers, que no se puede leer. En Numbers elija «Archivo», «Exportar a», «Excel», y elija después ese .xlsx.',
    SPREADSHEET_IN_ZIP:
      'Este .zip contiene un tipo de documento que no se puede leer. Guárdelo como «Libro de Excel (.xlsx)» y elija ese archivo.',
    WORKBOOK_UNREADABLE:
      'No se puede mirar dentro de este libro: parece dañado. Ábralo en su hoja de cálculo, guárdelo de nuevo como «Libro de Excel (.xlsx)» y elija ese archivo.',
    NO_SHEET: 'Este libro no tiene ninguna hoja con celdas. Elija el libro que ha rellenado, con su hoja «Contacts».',
    SEVERAL_SHEETS:
      'Varias hojas de este libro tienen una columna CONTACT_NUMBER, así que no se puede saber cuál es la correcta. Llámela «Contacts», o elimine las otras.',
    NO_CONTACT_NUMBER:
      'La primera fila de su hoja no tiene columna CONTACT_NUMBER. Deje la primera fila de la plantilla como estaba.',
    NO_NEW_COLUMN:
      'La primera fila de su hoja no tiene ninguna columna [new]. Deje la primera fila de la plantilla como estaba.',
  },
  sendAllTheSame: 'Si cree que es correcto, súbalo de todos modos: la comprobación mira más de cerca.',
  wrong: {
    FILE_EMPTY: 'Este archivo está vacío.',
    ZIP_WITHOUT_CSV: 'Este .zip no contiene ningún archivo .xlsx ni .csv.',
    NOT_CSV: 'Esto no es ni un .xlsx, ni un .csv, ni un .zip.',
    tooLarge: 'Este archivo supera los {limit} permitidos.',
    NO_CONTACT_NUMBER:
      'La primera línea no tiene columna CONTACT_NUMBER. Deje la línea de encabezado de la plantilla como estaba.',
    NO_NEW_COLUMN:
      'La primera línea no tiene ninguna columna [new]. Deje la línea de encabezado de la plantilla como estaba.',
    otherDataType: 'Las columnas son las de «{is}», pero se ha elegido «{chosen}».',
    UNREADABLE: 'Este archivo no se puede leer. Quizá se haya movido o esté abierto en otro programa.',
  },
};
