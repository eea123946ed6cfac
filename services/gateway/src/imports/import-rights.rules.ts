import { requireRole, type Principal } from '../http/principal.js';
import type { UploadOptions } from './upload-form.rules.js';

/** Who may ask for what an import is to do. @throws Problem 403 */
export function requireRights(
  who: Principal,
  { action, onConflict, overwriteRefusals }: Pick<UploadOptions, 'action' | 'onConflict' | 'overwriteRefusals'>,
): void {
  if (action === 'update') requireRole(who, 'operator', 'update');
  if (onConflict === 'overwrite') requireRole(who, 'operator', 'overwriting');
  if (overwriteRefusals) requireRole(who, 'admin', 'refusals');
}
