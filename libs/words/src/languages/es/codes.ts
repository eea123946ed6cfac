import type { Translated } from '../../spoken.js';
import type { codes as english } from '../en/codes.js';

export const codes: Translated<typeof english> = {
  FILE_EMPTY: 'El archivo no contiene nada. Suba la plantilla que rellenó.',
  FILE_TOO_LARGE:
    'El archivo es más grande de lo que se puede subir. Divídalo en varios, cada uno con la línea de encabezado, o póngalo en un .zip.',
  FILE_NOT_CSV:
    'No es ni un libro .xlsx ni un archivo .csv. Ábralo en su hoja de cálculo, guárdelo sin contraseña como «Libro de Excel (.xlsx)», y suba ese archivo.',
  ZIP_NOT_ONE_CSV:
    'El .zip tiene que contener un solo archivo .xlsx o .csv, o todas las partes de una plantilla y nada más.',
  ZIP_BOMB: 'Descomprimido, el .zip es demasiado grande. Suba el archivo mismo, en varias partes si hace falta.',
  ZIP_CORRUPT: 'El .zip está dañado. Hágalo de nuevo, o descárguelo otra vez.',
  ZIP_ENCRYPTED: 'El .zip está protegido con contraseña. Suba el archivo mismo, o un .zip sin contraseña.',
  ENCODING_INVALID:
    'Las letras del archivo no se pueden leer. Ábralo en su hoja de cálculo y guárdelo como «CSV UTF-8».',
  HEADER_MISSING_COLUMN:
    'En la primera línea falta una columna: hacen falta CONTACT_NUMBER y al menos una columna que cambiar. Deje la línea de la plantilla como está, sin nada encima, y guarde el archivo como «CSV UTF-8».',
  HEADER_DUPLICATE: 'Una columna está dos veces en la primera línea. Conserve una de ellas.',
  HEADER_UNKNOWN_FIELD:
    'Una columna no tiene nombre, o no nombra ningún campo activo de su institución. Los códigos se comparan exactamente: mayúsculas y acentos cuentan.',
  WRONG_DATA_TYPE: 'Las columnas son las de otro tipo de datos. Elija ese tipo, u otro archivo.',
  TOO_MANY_COLUMNS:
    'El archivo tiene demasiadas columnas. Conserve las de la plantilla y elimine las celdas a su derecha, también las que estén en blanco.',
  RECORD_TOO_LARGE:
    'Una fila contiene demasiado texto. Busque en ella un texto que no sea de ahí, y elimínelo o acórtelo.',
  QUOTE_NOT_CLOSED:
    'Unas comillas (") abren una celda, y ningunas la cierran. Elimínelas, o cierre la celda con otras.',
  NO_DATA_ROWS:
    'Debajo de la línea de encabezado no hay ninguna línea. Suba la plantilla con las líneas que quiere cambiar.',
  TOO_MANY_ROWS: 'El archivo tiene demasiadas filas. Divídalo en varios, cada uno con la línea de encabezado.',
  ENCODING_UNCERTAIN:
    'El archivo no está guardado en UTF-8, y nada dice cómo leer sus letras: no se ha escrito nada. Elija la lectura correcta de sus palabras, y el archivo se comprobará de nuevo; o guárdelo como «CSV UTF-8».',
  WORKBOOK_DAMAGED:
    'El libro está dañado o incompleto. Ábralo en su hoja de cálculo, guárdelo de nuevo como «Libro de Excel (.xlsx)» y suba ese archivo, o descargue de nuevo la plantilla.',
  WORKBOOK_SHEET_MISSING:
    'Ninguna hoja del libro tiene una columna CONTACT_NUMBER en su primera fila. Deje la primera fila de la plantilla como está, y llame «Contacts» a la hoja.',
  WORKBOOK_SHEET_AMBIGUOUS:
    'Varias hojas del libro tienen una columna CONTACT_NUMBER: no se sabe cuál se quiere decir. Llame «Contacts» a esa, o elimine las demás.',
  FILE_SORTED_APART:
    'Se ordenaron columnas sin las demás: hay valores junto a otros contactos, y no se ha aplicado nada. Empiece de nuevo con la plantilla, o con una copia de antes de ordenar, y seleccione toda la tabla antes de ordenarla.',
  COLUMN_DAMAGED:
    'Una hoja de cálculo ha dañado una columna que nadie tiene que editar; otras pueden estarlo también, y no se ha aplicado nada. Tome la plantilla como libro .xlsx y copie en ella sus celdas [new], o abra el .csv con todas las columnas como texto.',
  ROW_WIDTH:
    'Estas líneas no tienen tantas celdas como la línea de encabezado: no se sabe qué valor va en qué columna. Dé a cada columna una celda, aunque esté en blanco.',
  CONTROL_CHARACTER:
    'Una celda contiene un carácter invisible. Escríbala de nuevo, y guarde el archivo como «CSV UTF-8».',
  CONTACT_NUMBER_MISSING:
    'Falta el número de contacto: no se sabe de quién trata la línea. Tómelo de la plantilla, o elimine la línea.',
  CONTACT_UNKNOWN:
    'Estos contactos no existen aquí, o ya no se pueden cambiar. Compruebe los números: los ceros iniciales cuentan, y las hojas de cálculo suelen quitarlos. Un contacto nuevo necesita LAST_NAME o COMPANY.',
  CONTACT_DUPLICATE_ROW:
    'El mismo contacto está en varias líneas, y no se aplica ninguna de ellas. Conserve una, o corrija el número de la otra.',
  EMAIL_MISMATCH:
    'La dirección de correo no es la del contacto. Si muchas líneas lo dicen, una columna se ordenó sin las demás: empiece de nuevo con la plantilla. Si solo ha cambiado la dirección, vacíe la celda EMAIL.',
  CODE_UNKNOWN:
    'El campo no tiene ese código. Los códigos se comparan exactamente: mayúsculas y acentos cuentan. Véase «Consultar los valores de los criterios».',
  CODE_INACTIVE: 'Este código ya no se usa y no se puede poner. Elija uno activo.',
  MULTIPLE_NOT_ALLOWED: 'Hay varios códigos escritos, pero el campo admite uno solo. Conserve uno de ellos.',
  VALUE_LIST_SYNTAX:
    'La lista de códigos no se puede leer. Ponga un | entre dos códigos, o escriba Empty solo para quitarlos todos.',
  BOOLEAN_INVALID:
    'No es ni TRUE ni FALSE. Escriba TRUE o FALSE, Empty para quitar el valor, o deje la celda en blanco para no cambiar nada.',
  NUMBER_INVALID:
    'No es un número. Escriba cifras, con signo y coma decimal si hace falta, sin separador de millares ni unidad.',
  DATE_INVALID: 'No es un día del calendario. Escriba por ejemplo 2025-03-31, 31.03.2025 o 31/03/2025.',
  TEXT_TOO_LONG: 'El texto es demasiado largo. Acórtelo.',
  EMAIL_INVALID:
    'No es una dirección de correo, o hay varias. Escriba una sola, como marie@example.org, o vacíe la celda para no cambiar nada.',
  VALUE_DAMAGED:
    'Una hoja de cálculo ha dañado el valor: no es lo que alguien escribió. Escríbalo de nuevo, en un archivo abierto con todas las columnas como texto.',
  CELL_ERROR_VALUE:
    'Estas celdas muestran un error de la hoja de cálculo en lugar de un valor. Escriba el valor, o vacíe la celda para no cambiar nada.',
  FORMULA_WITHOUT_VALUE:
    'Estas celdas son fórmulas cuyo resultado no está en el archivo. Abra el libro en su hoja de cálculo y guárdelo de nuevo, o escriba los valores.',
  DATE_WITH_TIME: 'Estas celdas contienen una hora. Escriba solo la fecha, por ejemplo 2025-03-31.',
  CONFLICT:
    'El valor ha cambiado desde que se hizo el archivo. Para conservar el de hoy, vacíe la celda [new]. Para poner el suyo de todos modos, suba de nuevo la línea del archivo de líneas rechazadas.',
  CONFLICT_REFUSAL:
    'El contacto ha rechazado: el valor es FALSE hoy. Ni un archivo que no lo sabe ni una reversión anula un rechazo. En el archivo de líneas rechazadas la celda [new] está en blanco: déjela así para mantener el rechazo, o escriba el valor de nuevo. Solo un administrador puede sobrescribir rechazos, con una opción.',
  FIELD_INACTIVE:
    'El campo ya no está activo. Mientras ninguna de sus celdas [new] esté rellena, sus columnas no se tienen en cuenta.',
  OLD_COLUMN_MISSING:
    'Falta una columna [old]: no se ve si alguien más ha cambiado el campo desde entonces. Sin ella, las celdas se aplican sea cual sea el valor de hoy; solo un rechazo se mantiene.',
  OLD_UNREADABLE:
    'La celda [old] está en blanco o se ha cambiado, y no se puede leer. Deje las celdas [old] como están en la plantilla.',
  ENCODING_DETECTED:
    'El archivo no está guardado en UTF-8. Los nombres que contiene muestran cómo leerlo; compruebe las letras con acento.',
  ENCODING_ASSUMED:
    'El archivo no está guardado en UTF-8 y se leyó como Windows-1252. Compruebe las letras con acento, o guárdelo como «CSV UTF-8».',
  SAME_FILE_AGAIN:
    'El mismo archivo ya se usó para una actualización. Las líneas que se aplicaron entonces siguen sin cambios, salvo que alguien las haya cambiado desde entonces.',
  LEADING_ZEROS_LOST:
    'El número parece haber perdido sus ceros iniciales en una hoja de cálculo. Escríbalo con sus ceros, o empiece de nuevo con la plantilla.',
  FORMULA_READ:
    'Estas celdas son fórmulas. Se lee el resultado que tenían cuando se guardó el archivo; si no es lo que quiere decir, péguelas como valores.',
  ROWS_HIDDEN:
    'Hay filas ocultas en la hoja, por un filtro o a mano. Cuentan como las demás; elimine las que no se han de importar.',
  CELLS_MERGED:
    'Hay celdas combinadas en la hoja: lo que hay en ellas vale para la primera, y las demás están en blanco. Deshaga la combinación.',
};
