import type { Translated } from '../../spoken.js';
import type { sentences as english } from '../en/sentences.js';

export const sentences: Translated<typeof english> = {
  error: '{code}: {words}',
  'error-in-column': '{code} en {column}: {words}',
  'did-you-mean': '¿Quería decir {meant}?',
  'open-as-text':
    'Para evitarlo, abra el archivo con todas las columnas como texto (en Excel con «Datos › De texto/CSV» sin detección del tipo de datos, en LibreOffice con el tipo de columna «Texto» en la ventana de importación), y dé formato de texto a las celdas [new] antes de escribir.',
  'move-cells-back':
    'Compare la fila con la plantilla y devuelva sus celdas a sus columnas; vacíe celdas en lugar de eliminarlas o insertarlas.',
  'boolean-neither': '«{value}» no es ni TRUE ni FALSE, y {field} no admite otra cosa.',
  'boolean-how': 'Escriba TRUE o FALSE, Empty para quitar el valor, o deje la celda en blanco para no cambiar nada.',
  'code-unknown': '«{value}» no es un código de valor de {field}.',
  'code-without-zeros': 'Una hoja de cálculo lo tomó por un número y quitó los ceros iniciales.',
  'code-inactive': '«{value}» es un valor de {field} que ya no se usa: no se puede poner.',
  'meant-empty': '¿Quería decir Empty? Escrito así, quita el valor.',
  'codes-exact': 'Los códigos se comparan exactamente: mayúsculas y acentos cuentan.',
  'look-alike': 'Se parecen, pero el carácter {position, number} es otro: {found} donde se quiere decir {wanted}.',
  'codes-none': '{field} no tiene ningún valor activo.',
  'codes-allowed': 'Permitidos: {codes}.',
  'codes-allowed-first': 'Permitidos: {codes} y {more, number} más (véase «Consultar los valores de los criterios»).',
  'codes-several': '«{value}» nombra varios códigos, y {field} admite uno solo.',
  'codes-one': 'Escriba un solo código.',
  'codes-syntax': '«{value}» no es una lista de códigos para {field}: junto a un | falta uno.',
  'codes-join': 'Separe los códigos con un solo |, o escriba Empty para quitarlos todos.',
  'codes-join-meant': 'Separe los códigos con |: ¿quería decir {meant}?',
  'empty-alone': 'Para quitar todos los códigos, escriba Empty solo, sin |.',
  'country-letters': 'Escriba el país con dos letras, como FR, DE o CH (ISO 3166).',
  'never-removed': '{column} no se puede quitar: todo contacto tiene uno.',
  'never-removed-how': 'Escriba {first} o {second}, o deje la celda en blanco para no cambiar nada.',
  'email-several':
    '«{value}» contiene {count, plural, one {# dirección de correo} other {# direcciones de correo}}, y {column} admite una sola.',
  'email-none': '«{value}» no es una dirección de correo electrónico.',
  'email-keep-one': 'Conserve la que es de este contacto y elimine las demás.',
  'email-how': 'Escriba una sola dirección, como marie@example.org, o vacíe la celda para no cambiar nada.',
  'date-unreal': '«{value}» no es un día del calendario, y {field} pide una fecha real.',
  'date-unreadable': '«{value}» no es una fecha que {field} pueda leer.',
  'date-how': 'Escriba año, mes, día como 2025-03-31, o día, mes, año como 31.03.2025 o 31/03/2025.',
  'number-none': '«{value}» no es un número que {field} pueda contener.',
  'number-how':
    'Escriba solo cifras, {digits, number} como máximo, con signo y punto o coma decimal si hace falta, como -12.5: sin separadores de millares, sin unidad, sin exponente.',
  'text-too-long':
    '«{value}» tiene {length, plural, one {# carácter} other {# caracteres}}, y {field} admite hasta {most, number}.',
  'text-shorten': 'Acorte el texto en {count, plural, one {# carácter} other {# caracteres}}.',
  'value-damaged': '«{value}» es lo que una hoja de cálculo dejó de un valor, y {field} no puede tenerlo.',
  'type-again': 'Escriba el valor de nuevo, o vacíe la celda para no cambiar nada.',
  'zeros-maybe-lost': 'También pueden faltar ceros iniciales.',
  'number-from-template': 'Tome de nuevo el número de la plantilla.',
  'damage-narrow': 'La columna era demasiado estrecha para mostrar el valor cuando se guardó el archivo.',
  'damage-formula': 'La hoja de cálculo tomó la celda por una fórmula y no pudo calcularla.',
  'damage-rounded':
    'Una hoja de cálculo tomó un número largo por una cantidad y lo acortó: las cifras que faltan se han perdido.',
  'damage-like-date': 'Parece una fecha: las hojas de cálculo hacen fechas de textos como 1-2, 3.4 o MAR1.',
  'damage-decimals': 'Un programa tomó el número por una cantidad y añadió decimales.',
  'damage-day-count': 'Así cuenta los días una hoja de cálculo, y así muestra una fecha que ha perdido su formato.',
  'damage-month-first': 'El mes parece estar delante del día, como escribe una hoja de cálculo estadounidense.',
  'damage-time-added': 'La hoja de cálculo ha añadido una hora.',
  'damage-date-shortened':
    'Una hoja de cálculo parece haberla acortado: día y mes llevan dos cifras, y el año lleva cuatro.',
  'damage-truth-number': 'Así muestra una hoja de cálculo un valor lógico en una celda con formato de número.',
  'damage-truth-language': 'Así escribe los valores lógicos una hoja de cálculo en otro idioma.',
  'row-width':
    'La fila tiene {found, plural, one {# celda} other {# celdas}} y la línea de encabezado tiene {expected, number}: no es seguro qué va en qué columna.',
  'row-short':
    'Dé a la fila una celda para cada columna, también las que estén en blanco. Un salto de línea dentro de un texto necesita comillas alrededor de la celda.',
  'row-long':
    'Elimine lo que sobra, o devuelva a su sitio las celdas desplazadas: en el archivo de líneas rechazadas están detrás de [errors]. Un texto con una coma o un punto y coma necesita comillas, como "Dupont, Marie".',
  'beyond-header':
    'La celda {cell}, a la derecha de la última columna con nombre, está rellena: no es seguro si las celdas de esta fila se han desplazado.',
  'beyond-header-how': 'Vacíe esa celda, o devuelva las celdas de la fila a sus columnas.',
  'control-character':
    'La celda contiene un carácter invisible que no es de ningún texto, mostrado aquí como �: el archivo se dañó, o se guardó con otra codificación.',
  'control-character-how': 'Escriba la celda de nuevo y guarde el archivo como «CSV UTF-8».',
  'number-missing': 'La fila no tiene número de contacto: no se sabe de qué contacto se trata.',
  'number-missing-how':
    'Ponga el número de la plantilla, o elimine la fila. Si sus otras celdas están en columnas equivocadas, se han desplazado: devuélvalas a su sitio.',
  'duplicate-row':
    'El contacto «{value}» está también en {count, plural, one {la fila} other {las filas}} {rows}{more, select, yes { y en otras} other {}}; no es seguro qué fila vale, y no se aplica ninguna.',
  'duplicate-row-of-part':
    'El contacto «{value}» está también en {count, plural, one {la fila} other {las filas}} {rows} de la parte {part, number}{more, select, yes { y en otras} other {}}; no es seguro qué fila vale, y no se aplica ninguna.',
  'duplicate-row-of-parts':
    'El contacto «{value}» está también en las filas {rows} (parte:fila){more, select, yes { y en otras} other {}}; no es seguro qué fila vale, y no se aplica ninguna.',
  'duplicate-row-how': 'Conserve una fila por contacto, o corrija el número de la fila que trata de otra persona.',
  'value-of-beside': 'Es un valor de {field}, el campo de al lado: las celdas de esta fila parecen desplazadas.',
  'old-blank':
    'La celda [old] está en blanco, donde una plantilla dice TRUE, FALSE o Empty: se considera distinta del valor de ahora.',
  'old-unreadable':
    'La celda [old] contiene «{value}»: se ha cambiado y no se puede leer; se considera distinta del valor de ahora.',
  'old-unreadable-meant':
    'La celda [old] contiene «{value}»: se ha cambiado, probablemente a partir de {meant}, y no se puede leer; se considera distinta del valor de ahora.',
  'old-leave':
    'Deje las celdas [old] como están en la plantilla; en el archivo de líneas rechazadas vuelven a ser correctas.',
  'formula-read': 'La celda {cell} es una fórmula. Se lee el resultado que tenía cuando se guardó el archivo.',
  'formula-read-how': 'Si no es lo que quiere decir, copie la celda y péguela como valor.',
  'formula-without-value':
    'La celda {cell} es una fórmula cuyo resultado no está en el archivo: la escribió un programa, y ninguna hoja de cálculo la ha calculado.',
  'formula-without-value-how':
    'Abra el libro en su hoja de cálculo y guárdelo de nuevo, o escriba el valor en lugar de la fórmula.',
  'cell-error': 'La celda {cell} dice que la hoja de cálculo no pudo calcularla, y no contiene ningún valor.',
  'cell-error-how': 'Escriba el valor, o vacíe la celda para no cambiar nada.',
  'time-of-day': 'La celda {cell} contiene una hora, y las fechas de un contacto no la llevan.',
  'time-of-day-how': 'Escriba solo la fecha, como 2025-03-31.',
  'too-many-digits':
    'La celda {cell} contiene un número de más de 15 cifras, y una hoja de cálculo conserva 15: las demás se han perdido.',
  'too-many-digits-how': 'Dé formato de texto a la celda y escriba el número de nuevo, o tómelo de la plantilla.',
  'contact-unknown': 'No hay ningún contacto con el número «{number}».',
  'number-resembles':
    'Hay {count, plural, =1 {«{first}»} =2 {«{first}» o «{second}»} other {«{first}» o «{second}» o «{third}»}}{cause, select, letterCase {: en un número, mayúsculas y minúsculas no son lo mismo.} apostrophe {: el apóstrofo no forma parte del número.} decimals {: un programa tomó el número por una cantidad y añadió decimales.} zerosLost {: los ceros iniciales cuentan, y una hoja de cálculo parece haberlos quitado.} zerosAdded {: los ceros iniciales cuentan, y aquí sobran.} other {.}}',
  'number-as-in-template': 'Escriba el número tal como está en la plantilla.',
  'number-apostrophe': 'Elimine el apóstrofo, o tome de nuevo el número de la plantilla.',
  'row-is-header': 'La fila es un segundo encabezado: se han pegado archivos uno tras otro.',
  'row-is-header-how': 'Elimine la fila.',
  'row-is-total': 'La fila parece el total de una lista.',
  'row-is-total-how': 'Elimine la fila si no trata de ningún contacto.',
  'number-is-email': 'Parece una dirección de correo: las celdas de esta fila parecen desplazadas.',
  'number-check':
    'Compruebe el número: los ceros iniciales cuentan, y las hojas de cálculo suelen quitarlos. Los contactos eliminados desde entonces no se pueden cambiar.',
  'contact-closed': 'El contacto «{number}» se cerró o se anonimizó y no se puede cambiar.',
  'contact-closed-how': 'Quite la línea, o use un nuevo número de contacto.',
  'contact-nameless': 'No hay ningún contacto con el número «{number}», y uno nuevo necesita LAST_NAME o COMPANY.',
  'contact-nameless-how':
    'Rellene LAST_NAME o COMPANY para crear un contacto, o corrija el número para cambiar uno que ya existe.',
  'email-mismatch': '«{value}» no es la dirección de correo de este contacto.',
  'email-no-address': 'Ni siquiera es una dirección: las celdas de esta fila parecen desplazadas.',
  'email-mismatch-how':
    'Si muchas líneas lo dicen, una columna se ordenó sin las demás: empiece de nuevo con la plantilla. Si solo ha cambiado la dirección, vacíe la celda EMAIL.',
  'emails-sorted-apart':
    '{mismatches, number} de {lines, plural, one {# línea} other {# líneas}} contienen una dirección de correo que no es la de su contacto: las columnas de este archivo parecen haberse ordenado unas sin otras. Lo que hay en las otras columnas también puede ser de otros contactos.',
  'emails-sorted-apart-how':
    'No corrija estas líneas una por una: empiece de nuevo con la plantilla, y seleccione toda la tabla antes de ordenar.',
  'zeros-lost':
    '«{number}» parece {count, plural, =1 {«{first}»} =2 {«{first}» o «{second}»} other {«{first}» o «{second}» o «{third}»}} sin los ceros iniciales.',
  'zeros-lost-how':
    'Una hoja de cálculo tomó el número por una cantidad y los quitó: escriba el número con sus ceros, o empiece de nuevo con la plantilla.',
  'new-number-doubtful': '«{number}» es el número de un contacto nuevo, y puede que no sea el que se quería.',
  'new-number-doubtful-how': 'Si no lo es, deshaga esta importación y devuelva a la columna sus números.',
  conflict: 'El valor se cambió después de la exportación: el archivo dice «{old}», ahora es «{now}».',
  'conflict-of-undo':
    'El valor se cambió después de la importación que se deshace: aquella lo había puesto en «{old}», ahora es «{now}». Se conserva.',
  'conflict-how':
    'Para conservar el valor de ahora, vacíe la celda [new]. Para poner el suyo de todos modos, suba la línea del archivo de líneas rechazadas, que tiene el valor de ahora como [old].',
  refusal: 'El contacto ha rechazado: el valor es FALSE ahora.',
  'refusal-not-known':
    'El archivo pide {wanted} y no sabe del rechazo: {reason, select, noColumn {no tiene una columna [old] que lo diga} blank {su celda [old] está en blanco} other {su celda [old] dice «{old}»}}.',
  'refusal-stays': 'Un archivo así no anula un rechazo.',
  'refusal-without-old-how':
    'En el archivo de líneas rechazadas la celda [new] está en blanco: déjela así para mantener el rechazo. Para cambiarlo de todos modos, use una plantilla nueva, cuyas celdas [old] dicen lo que hay. Sin ella, solo un administrador puede sobrescribir un rechazo, con la opción para rechazos.',
  'refusal-type-again':
    'En el archivo de líneas rechazadas la celda [new] está en blanco: déjela así para mantener el rechazo, o escriba el valor de nuevo para cambiarlo de todos modos.',
  'refusal-administrator':
    'Solo un administrador puede sobrescribir rechazos con el archivo tal como estaba, con las opciones para valores más recientes y para rechazos.',
  'refusal-after-undone':
    'El contacto ha rechazado después de la importación que se deshace: aquella había puesto el valor en «{old}», ahora es FALSE.',
  'refusal-kept': 'La reversión pide {wanted}; el rechazo se mantiene.',
  'refusal-of-undo':
    'La reversión pide {wanted}, como antes de la importación que se deshace, y el valor es FALSE ahora: el contacto ha rechazado.',
  'refusal-not-undone': 'Una reversión no anula un rechazo.',
  'refusal-undo-administrator':
    'Solo un administrador puede anular rechazos con una reversión, con la opción para rechazos.',
  'header-keep': 'Deje la primera línea de la plantilla como está; si falta, cópiela de nuevo de la plantilla.',
  'header-no-number':
    'La primera línea no tiene una columna CONTACT_NUMBER: no se sabe de qué contactos tratan las líneas.',
  'header-number-meant': '¿Quería decir la columna {column}? Llame CONTACT_NUMBER a esa columna.',
  'header-below': 'Está en la fila {row, number}.',
  'header-below-how':
    'Elimine {lines, plural, one {la línea} other {las # líneas}} de encima, para que la línea con los nombres de las columnas sea la primera.',
  'header-separator':
    'Las celdas del archivo están separadas por {separator, select, colons {dos puntos} blanks {espacios} invisible {un signo invisible} other {el signo {sign}}}, que una importación no lee.',
  'header-separator-how':
    'Guarde el archivo como «CSV UTF-8», con una coma, un punto y coma o un tabulador entre las celdas.',
  'header-format':
    'El archivo es {format}, y una importación lee una tabla: una primera línea con los nombres de las columnas, y luego una línea por contacto.',
  'header-format-how':
    'Exporte los contactos como «CSV UTF-8» desde el programa que hizo el archivo, o rellene la plantilla.',
  'header-one-line':
    'El archivo tiene una sola línea, sin columna CONTACT_NUMBER: parecen haberse perdido los saltos de línea, o la línea con los nombres de las columnas.',
  'header-one-line-how':
    'Guarde el archivo de nuevo como «CSV UTF-8»: los nombres de las columnas están en la primera línea, y cada contacto tiene su línea.',
  'header-nothing-to-import': 'La primera línea no tiene más columna que CONTACT_NUMBER: no hay nada que importar.',
  'header-nothing-to-import-how': 'Añada al menos una columna como LAST_NAME o EMAIL.',
  'header-nothing-to-change':
    'La primera línea no tiene ninguna columna que empiece por [new]: no hay nada que cambiar.',
  'header-new-columns': 'Los cambios están en las columnas que empiezan por [new].',
  'header-same-name': 'Las columnas {first} y {second} tienen el mismo nombre: no se sabe cuál vale.',
  'header-same-field': 'Las columnas {first} y {second} tienen el mismo campo, {field}: no se sabe cuál vale.',
  'header-twice-how': 'Conserve una de las dos y elimine la otra.',
  'header-nameless':
    'La columna {column} no tiene nombre en la primera línea, y hay algo en ella en la {where, select, rowOfPart {fila {row, number} de la parte {part, number}} other {fila {row, number}}}.',
  'header-nameless-how': 'Dé a la columna el nombre que tiene en la plantilla, o elimínela.',
  'header-unknown-name': 'La columna {column} tiene un nombre que una importación no conoce.',
  'header-call-it': '¿Quería decir {meant}? Llame así a la columna, o elimínela.',
  'header-known-names': 'Elimine la columna, o dele un nombre conocido: {columns}.',
  'header-known-columns':
    'Elimine la columna, o dele un nombre conocido: {columns}, [old] y [new] con el código de un campo.',
  'header-unknown-field':
    'La columna {column} nombra el campo «{field}», que no está entre {type, select, criteria {los criterios} authorisations {las autorizaciones} other {los contactos}} de su institución.',
  'header-unknown-field-how': 'Elimine la columna, o busque el código en «Consultar los valores de los criterios».',
  'header-other-type':
    'La columna {column} nombra el campo «{field}», que es de {type, select, criteria {los criterios} authorisations {las autorizaciones} other {los contactos}}.',
  'header-other-type-how':
    'Elimine la columna, y haga con ella una importación de {type, select, criteria {criterios} authorisations {autorizaciones} other {contactos}} en un archivo aparte.',
  'header-inactive': 'La columna {column} nombra el campo «{field}», que se ha desactivado y ya no se puede cambiar.',
  'header-inactive-how': 'Use otra plantilla, o pida a un administrador que vuelva a activar el campo.',
  'header-inactive-filled':
    'La columna {column} nombra el campo «{field}», que se ha desactivado y ya no se puede cambiar, y la celda de la {where, select, rowOfPart {fila {row, number} de la parte {part, number}} other {fila {row, number}}} está rellena.',
  'header-inactive-filled-how':
    'Vacíe las celdas de la columna, o elimínela, o pida a un administrador que vuelva a activar el campo.',
  'header-wrong-type':
    'La importación se inició para {said, select, criteria {criterios} authorisations {autorizaciones} other {contactos}}, y las columnas del archivo son las de {type, select, criteria {criterios} authorisations {autorizaciones} other {contactos}}.',
  'header-wrong-type-how':
    'Inicie de nuevo la importación y elija el tipo de datos «{type, select, criteria {criterios} authorisations {autorizaciones} other {contactos}}», o suba el otro archivo.',
  'field-inactive':
    'El campo {field} se ha desactivado desde que se hizo la plantilla. Sus columnas no se tienen en cuenta, pues ninguna de sus celdas [new] está rellena.',
  'field-inactive-how':
    'No hay que hacer nada. Para cambiar sus valores, pida a un administrador que vuelva a activar el campo.',
  'old-column-missing':
    'El archivo no tiene la columna «{column}»: no se ve si alguien más ha cambiado {field} desde la exportación.',
  'old-column-missing-how':
    'Conserve las columnas [old] de la plantilla para enterarse de tales conflictos. Sin ellas, las celdas se aplican sea cual sea el valor de ahora; solo un rechazo se mantiene.',
  'file-empty': 'El archivo está vacío: no contiene nada en absoluto.',
  'file-empty-how': 'Mire si se guardó y si es el correcto, y suba el archivo que editó.',
  'file-no-text': 'El archivo no contiene texto.',
  'file-no-text-down-to':
    'El archivo no contiene texto hasta la {where, select, rowOfPart {fila {row, number} de la parte {part, number}} other {fila {row, number}}}.',
  'file-no-text-how': 'Suba el archivo de la plantilla que editó.',
  'file-too-large':
    'El archivo supera {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {bytes}}, lo máximo que se puede subir.',
  'file-too-large-how': 'Divídalo en varios archivos, cada uno con la línea de encabezado, o póngalo en un .zip.',
  'file-no-table':
    '{subject, select, zipped {«{name}» del .zip} other {El archivo}} es {type, select, xls {un libro de Excel antiguo o protegido (.xls)} encrypted {un libro de Excel protegido con contraseña} xlsb {un libro binario de Excel (.xlsb)} ods {un documento de LibreOffice (.ods)} numbers {un documento de Apple Numbers} document {un documento de texto o una presentación} gzip {un archivo gzip (.gz)} pdf {un documento PDF} image {una imagen} markup {una página web o XML} zip {un .zip} other {algo que no es texto}}, y no un archivo CSV ni un libro .xlsx.',
  'save-as-xlsx':
    'Ábralo en su hoja de cálculo, elija «Guardar como», tipo «Libro de Excel (.xlsx)», y suba ese archivo.',
  'save-as-xlsx-unprotected':
    'Ábralo en su hoja de cálculo, quite la contraseña si la tiene, elija «Guardar como», tipo «Libro de Excel (.xlsx)», y suba ese archivo.',
  'save-as-xlsx-without-password':
    'Ábralo en su hoja de cálculo, elija «Guardar como» sin contraseña, tipo «Libro de Excel (.xlsx)», y suba ese archivo.',
  'save-as-xlsx-in-libreoffice':
    'Ábralo en LibreOffice, elija «Guardar como», tipo «Excel 2007–365 (.xlsx)», y suba ese archivo.',
  'export-from-numbers': 'En Numbers, elija «Archivo», «Exportar a», «Excel», y suba ese .xlsx.',
  'upload-table': 'Suba el .xlsx o el .csv que editó, o un .zip con ese único archivo.',
  'unpack-archive': 'Descomprímalo y suba el .xlsx o el .csv, o un .zip con ese archivo.',
  'unpack-zip': 'Descomprímalo y suba el .xlsx o el .csv que contiene.',
  'letters-unreadable':
    'Las letras {where, select, part {del archivo de la parte {part, number}} row {de la fila {row, number}} rowOfPart {de la fila {row, number} de la parte {part, number}} other {del archivo}} no se pueden leer: no están guardadas en UTF-8, o no como dice el principio del archivo.',
  'letters-unreadable-how':
    'Abra el archivo en su hoja de cálculo, mire las letras con acento y guárdelo como «CSV UTF-8».',
  'too-many-columns':
    'Hay más de {most, number} celdas en {where, select, part {el archivo de la parte {part, number}} row {la fila {row, number}} rowOfPart {la fila {row, number} de la parte {part, number}} other {el archivo}}, y ninguna importación tiene tantas columnas.',
  'too-many-columns-how':
    'Conserve las columnas de la plantilla y elimine las celdas a su derecha, también las que estén en blanco.',
  'row-too-large':
    'Hay más de {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {bytes}} de texto en {where, select, part {el archivo de la parte {part, number}} row {la fila {row, number}} rowOfPart {la fila {row, number} de la parte {part, number}} other {el archivo}}, y ningún contacto necesita tanto.',
  'row-too-large-how': 'Busque en esa fila un texto que no sea de ahí, y elimínelo o acórtelo.',
  'quote-not-closed':
    'Unas comillas (") abren una celda en {where, select, part {el archivo de la parte {part, number}} row {la fila {row, number}} rowOfPart {la fila {row, number} de la parte {part, number}} other {el archivo}}, y ningunas la cierran: no se sabe dónde termina la celda.',
  'quote-not-closed-how':
    'Elimine las comillas, o cierre la celda con otras. Las hojas de cálculo las escriben bien por sí mismas; a mano, unas comillas que forman parte de un texto se escriben dos veces, y toda la celda entre comillas: "5"" pipe".',
  'too-many-rows': 'El archivo tiene más de {most, number} filas de datos.',
  'too-many-rows-how': 'Divida el archivo en varios, cada uno con la línea de encabezado.',
  'no-data-rows': 'El archivo tiene una línea de encabezado y debajo ninguna línea de un contacto.',
  'no-data-rows-how': 'Suba la plantilla que editó, con las líneas que quiere cambiar.',
  'same-file': 'El mismo archivo ya se usó para una actualización.',
  'same-file-at': 'El mismo archivo ya se usó para una actualización, el {at, date, moment} UTC.',
  'same-file-how':
    'Las líneas que se aplicaron entonces aparecen ahora sin cambios, salvo que alguien las haya cambiado desde entonces.',
  'columns-sorted-apart':
    'Se ordenaron columnas unas sin otras: lo que hay en {columns}{more, plural, =0 {} one { y # más} other { y # más}} es de contactos de otras líneas. Puede que también lo que se escribió; no se ha aplicado nada.',
  'columns-sorted-apart-how':
    'Empiece de nuevo con la plantilla, o con una copia de antes de ordenar, y seleccione toda la tabla antes de ordenarla.',
  'column-damaged':
    'Una columna que nadie tiene que editar está dañada: en {column}, {cells, plural, one {# celda ya no es la} other {# celdas ya no son las}} de la plantilla, pues {cause, select, zerosLost {se perdieron los ceros iniciales de sus valores} dateRewritten {sus valores se hicieron fechas, o sus fechas se escribieron de otra forma} truthValueRewritten {sus valores lógicos se escribieron de otro modo} numberShortened {se perdieron cifras de sus números} numberRewritten {sus números se escribieron de otro modo} textCorrected {un programa corrigió sus textos} errorValue {sus celdas contienen errores de la hoja de cálculo} cleared {sus celdas se vaciaron} shifted {sus celdas vienen de la columna de al lado} sortedApart {sus celdas son de otras líneas} other {sus celdas contienen otros valores}}.',
  'columns-damaged-too': 'También lo están {columns}{more, plural, =0 {} one { y # más} other { y # más}}.',
  'nothing-applied': 'No se ha aplicado nada.',
  'column-damaged-how':
    'Tome de nuevo la plantilla como libro (.xlsx), que una hoja de cálculo no daña, y copie en ella sus celdas [new]; o abra el .csv con todas las columnas como texto.',
  'encoding-detected':
    '{part, plural, =0 {El archivo no está guardado} other {La parte # no está guardada}} en UTF-8; sus letras se leyeron como {encoding}, pues así sus nombres son los de los contactos ({explained, number} de {compared, number}).',
  'encoding-detected-how':
    'Las letras que esta codificación no tiene se guardaron como signos de interrogación. Para estar seguro de todo, guarde el archivo como «CSV UTF-8» y suba ese.',
  'encoding-assumed':
    '{part, plural, =0 {El archivo no está guardado} other {La parte # no está guardada}} en UTF-8, y sus nombres no dicen en qué codificación; de momento sus letras se leyeron como Windows-1252.',
  'encoding-pick': 'Mire qué lectura de sus palabras es la correcta, elíjala, y el archivo se comprobará de nuevo.',
  'encoding-until-then': 'Hasta entonces ninguna actualización escribe tales letras.',
  'encoding-or-utf8': 'O guarde el archivo como «CSV UTF-8» y suba ese.',
  'encoding-not-written':
    'Tales letras solo están en celdas que no se escriben, así que una actualización puede seguir. Las letras que Windows-1252 no tiene, como Ł u ő, se guardaron como signos de interrogación: para estar seguro, guarde el archivo como «CSV UTF-8».',
  'encoding-unknown':
    '{part, plural, =0 {El archivo no está guardado} other {La parte # no está guardada}} en UTF-8, y sus nombres no dicen en qué codificación.',
  'encoding-would-write': 'La actualización escribiría letras quizá equivocadas: no se ha escrito nada.',
  'encoding-of-header': 'Los códigos de su primera línea solo se conocen en otra lectura que Windows-1252.',
  'zip-damaged': 'El .zip está dañado o incompleto: no se puede descomprimir.',
  'zip-checksum': 'El .zip está dañado: su contenido no coincide con su suma de control.',
  'zip-strange-name': 'El .zip contiene un archivo cuyo nombre lleva fuera del .zip.',
  'zip-method': 'El .zip está comprimido con un método que aquí no se puede leer ({method}).',
  'zip-anew': 'Haga de nuevo el .zip, o descárguelo otra vez, y suba ese.',
  'zip-encrypted': 'El .zip está protegido con contraseña.',
  'zip-encrypted-how': 'Suba el .csv mismo, o un .zip sin contraseña.',
  'zip-too-many-files': 'El .zip contiene {files, plural, one {# archivo} other {# archivos}}.',
  'zip-endless': 'El .zip tiene un índice sin fin.',
  'zip-overlap': 'Hay archivos del .zip que se solapan, cosa que ningún programa hace.',
  'zip-unpacks-to':
    'Descomprimido, el .zip supera {size, number} {unit, select, kB {kB} MB {MB} GB {GB} other {bytes}}, que es demasiado.',
  'zip-ratio': 'Descomprimido, el .zip supera {times, number} veces su tamaño, cosa que ningún archivo real hace.',
  'zip-workbooks-too-large': 'Descomprimidos, los libros del .zip superan con mucho lo que se puede leer.',
  'zip-too-large-how': 'Suba el archivo mismo, o varios que tengan cada uno la línea de encabezado.',
  'zip-link': 'El .zip contiene un enlace a un archivo, y no el archivo.',
  'zip-link-how': 'Haga de nuevo el .zip a partir del archivo mismo.',
  'zip-no-file': 'El .zip no contiene ningún archivo.',
  'zip-other-files':
    'El .zip contiene algo más que archivos CSV y libros: {names}{more, plural, =0 {} one { y # más} other { y # más}}.',
  'zip-other-archive': '«{name}» del .zip es otro archivo comprimido.',
  'zip-not-parts':
    'El .zip contiene {files, plural, one {# archivo que no es parte} other {# archivos que no son las partes}} de una plantilla: {names}{more, plural, =0 {} one { y # más} other { y # más}}.',
  'zip-part-twice': 'El .zip contiene dos veces la parte {part, number} de la plantilla.',
  'zip-part-missing':
    'El .zip contiene {parts, plural, one {# parte} other {# partes}} de una plantilla, y falta la parte {missing, number}.',
  'zip-part-missing-how': 'Ponga todas las partes en el .zip, o suba las partes una por una.',
  'zip-one-file': 'Haga un .zip con un solo .csv o .xlsx, o suba el .zip de la plantilla con todas sus partes.',
  'zip-other-header': 'La parte {part, number} del .zip tiene otra línea de encabezado que la parte 1.',
  'zip-other-header-how':
    'Las partes de una plantilla tienen las mismas columnas en el mismo orden. Suba uno por uno los archivos con otras columnas.',
  'workbook-cut-off': 'El libro está dañado o incompleto: no se puede abrir.',
  'workbook-in-zip-cut-off': 'El libro «{name}» del .zip está dañado o incompleto: no se puede abrir.',
  'workbook-damaged':
    '{part, plural, =0 {El libro} other {El libro de la parte #}} {reason, select, doctype {contiene una declaración de tipo de documento (DOCTYPE), que ningún libro necesita y de la que se puede abusar} endless {contiene algo mucho más largo o más anidado que en cualquier libro} part {no tiene todas sus partes} sheet {no tiene todas sus hojas} rowNumber {tiene una fila sin número} rowOrder {tiene filas en desorden} cellPlace {tiene una celda cuyo lugar no se puede leer} cellTwice {tiene una celda dos veces} cellType {tiene una celda de un tipo desconocido} textMissing {tiene una celda a la que le falta el texto} number {tiene un número que no lo es} other {contiene XML mal formado}}.',
  'workbook-damaged-how':
    'Ábralo en su hoja de cálculo, guárdelo de nuevo como «Libro de Excel (.xlsx)», y suba ese archivo; o descargue de nuevo la plantilla.',
  'workbook-no-sheet':
    '{part, plural, =0 {El libro} other {El libro de la parte #}} no tiene ninguna hoja con celdas: un gráfico solo no contiene contactos.',
  'workbook-no-sheet-how': 'Suba el libro que editó, con su hoja «Contacts».',
  'workbook-no-numbers':
    '{part, plural, =0 {El libro} other {El libro de la parte #}} tiene {sheets, plural, one {# hoja} other {# hojas}}: ninguna se llama «Contacts», y ninguna tiene una columna CONTACT_NUMBER en su primera fila.',
  'workbook-first-row': 'Deje la primera fila de la plantilla como está.',
  'workbook-call-sheet':
    'Llame «Contacts» a la hoja con los contactos, como en la plantilla, o elimine las otras hojas.',
  'workbook-several-sheets':
    '{part, plural, =0 {El libro} other {El libro de la parte #}} tiene varias hojas con una columna CONTACT_NUMBER (hojas {sheets}): no se sabe cuál se quiere decir.',
  'workbook-sheets-singly': 'O suba las hojas una por una.',
  'rows-hidden':
    'La hoja tiene {rows, plural, one {# fila oculta} other {# filas ocultas}}, por un filtro o a mano. Las filas ocultas cuentan como las demás.',
  'rows-hidden-how': 'Si no se han de importar, elimínelas de la hoja.',
  'cells-merged':
    'Hay celdas combinadas en la hoja, en {places, plural, one {# lugar} other {# lugares}}. Lo que hay en ellas vale para la primera; las demás están en blanco.',
  'cells-merged-how': 'Deshaga la combinación y rellene cada celda por separado.',
};
