import type { Translated } from '../../../spoken.js';
import type { shell as english } from '../../en/console/shell.js';

export const shell: Translated<typeof english> = {
  common: {
    skip: 'Ir a la página',
    menu: 'Menú',
    pages: 'Páginas',
    language: 'Idioma',
    colours: 'Colores',
    colourSchemes: { light: 'Claro', dark: 'Oscuro', auto: 'Como el sistema' },
    signOut: 'Cerrar sesión',
    save: 'Guardar',
    cancel: 'Cancelar',
    close: 'Cerrar',
    delete: 'Eliminar',
    edit: 'Editar',
    remove: 'Quitar',
    copy: 'Copiar',
    copied: 'Copiado',
    showMore: 'Mostrar más',
    loading: 'Cargando…',
    tryAgain: 'Reintentar',
    none: '–',
    optional: 'opcional',
    name: 'Nombre',
    code: 'Código',
    active: 'Activo',
    inactive: 'No activo',
    nothingFound: 'No se ha encontrado nada.',
    back: 'Volver a Importación',
    lookAgain: 'Volver a mirar',
    roleNeeded: 'Para esto necesita el rol {role}.',
  },
  nav: {
    import: 'Importación',
    targets: 'Segmentos',
    contacts: 'Contactos',
    definitions: 'Definiciones',
    settings: 'Ajustes',
  },
  problem: {
    title: 'No ha funcionado',
    noAnswer: 'El servidor no responde. Compruebe su conexión y vuelva a intentarlo.',
    page: 'Esta página no se puede mostrar. Sus datos no están afectados.',
    offline: 'Se ha perdido la conexión. Nuevo intento en curso…',
    notFound: 'Esta página no existe',
    notFoundHint: 'Quizá la dirección esté mal escrita, o lo que mostraba ya no exista.',
  },
  signIn: {
    title: 'Iniciar sesión',
    key: 'Clave',
    keyHint: 'La crea un administrador de su institución, en Ajustes.',
    ended: 'Su sesión ha terminado. Inicie sesión de nuevo y volverá adonde estaba.',
    linkFailed:
      'Este enlace de inicio de sesión ya se ha usado, o sus diez minutos han pasado. Pida uno nuevo, o use su clave.',
    replaceTitle: '¿Iniciar sesión como otra persona?',
    replaceText:
      'Ha iniciado sesión como {name} de {institution}. Con el enlace que ha abierto iniciaría sesión como otra persona, quizá de otra institución. Continúe solo si ha pedido ese enlace.',
    stay: 'Seguir como estoy',
    replace: 'Iniciar sesión con el enlace',
    button: 'Iniciar sesión',
    lead: 'Datos de contactos, editados en masa: elija contactos con un segmento, recíbalos en una tabla, edítela y súbala de nuevo.',
    with: 'Iniciar sesión con {name}',
    byKey: 'Iniciar sesión con una clave de API',
    asAnother: 'Iniciar sesión con otra cuenta',
    provider: 'el proveedor de identidad',
    yourInstitution: 'su institución',
    notSignedIn: 'No ha iniciado sesión',
    problems: {
      expired: 'Han pasado más de diez minutos, o lo empezó en otra ventana. Inicie sesión de nuevo.',
      denied: 'Usted canceló el inicio de sesión, o {name} no le ha dejado entrar. Inicie sesión de nuevo si lo desea.',
      failed:
        'La respuesta de {name} no es la que esperábamos. Inicie sesión de nuevo. Si vuelve a ocurrir, avise a quien gestiona las cuentas de su institución.',
      noInstitution:
        'Usted tiene cuenta en {name}, que no indica ninguna institución de aquí a la que pertenezca. Diríjase a quien gestiona las cuentas de su institución.',
      noRole:
        'Usted tiene cuenta en {name}, pero ninguno de sus grupos tiene un rol en {institution}. Pida a un administrador de esa institución que dé un rol a uno de ellos e inicie sesión de nuevo.',
      providerAway:
        'En este momento {name} no responde, así que nadie puede iniciar sesión con ese servicio. Vuelva a intentarlo dentro de unos minutos.',
    },
  },
  institutions: {
    title: '¿En qué institución?',
    lead: 'Le damos la bienvenida, {name}. Usted pertenece a varias instituciones; puede cambiar en cualquier momento, en la parte superior de cada página.',
    as: '{name} · {role}',
    change: '{name}: cambiar de institución',
  },
};
