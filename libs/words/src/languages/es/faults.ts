import type { Translated } from '../../spoken.js';
import type { faults as english } from '../en/faults.js';

export const faults: Translated<typeof english> = {
  IMPORT_FAILED:
    'Algo ha fallado por nuestra parte, y no se ha podido examinar el archivo. Inicie de nuevo la importación; no se ha cambiado ningún contacto.',
  UPDATE_FAILED:
    'Algo ha fallado por nuestra parte, y la importación se ha detenido. Lo que se había aplicado se queda, y figura en el archivo de cambios; las demás líneas no se han tocado.',
  FILE_CHANGED:
    'El archivo guardado ya no es el que se subió: ha sido alterado en el almacén. No se ha leído, y no se ha cambiado ningún contacto. Súbalo de nuevo, y avise a quien gestiona el servicio.',
  PLAN_CHANGED:
    'Lo que se había leído del archivo ha sido alterado en el almacén, y la importación se ha detenido. Lo que se había aplicado se queda, y figura en el archivo de cambios; las demás líneas no se han tocado. Suba de nuevo el archivo, y avise a quien gestiona el servicio.',
  JOB_ABANDONED:
    'Lo hemos empezado varias veces sin llegar al final. Lo que ya se había cambiado se queda. Repita la solicitud.',
  TEMPLATE_FAILED: 'Algo ha fallado por nuestra parte, y no se ha podido crear la plantilla. Solicítela de nuevo.',
  TARGET_UNKNOWN: 'El segmento ya no existe. Elija otro.',
  RULE_INVALID: 'La regla del segmento nombra un campo o un valor que ya no existe. Corrija el segmento.',
  NO_ACTIVE_FIELDS: 'No hay ningún campo activo de este tipo de datos.',
  FIELD_NOT_ACTIVE: 'Un campo elegido para la plantilla ya no está activo. Elija de nuevo los campos.',
  INTERNAL_ERROR: 'Algo ha fallado por nuestra parte. Inténtelo de nuevo más tarde.',
};
