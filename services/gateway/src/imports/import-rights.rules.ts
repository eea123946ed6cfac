import { demandRole, type Principal } from '../http/principal.js';
import type { UploadOptions } from './upload-form.rules.js';

/** Who may ask for what an import is to do. @throws Problem 403 */
export function demandRights(
  who: Principal,
  { action, onConflict, overwriteRefusals }: Pick<UploadOptions, 'action' | 'onConflict' | 'overwriteRefusals'>,
): void {
  if (action === 'update') demandRole(who, 'operator', 'An update');
  if (onConflict === 'overwrite') demandRole(who, 'operator', 'Overwriting newer values');
  if (overwriteRefusals) demandRole(who, 'admin', 'Overwriting refusals');
}
