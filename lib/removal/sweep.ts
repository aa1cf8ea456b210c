import type { Servers } from '@/db/homes/servers';
import { removedAmong } from '@/db/removal/begin';
import { fileStore } from '../files/file-store';

/**
 * Forgets files that came too late: an upload that was under way while its tenant was removed, or
 * whose process died with it. Only of tenants that are known to be removed: a control plane that was
 * set back must not cost anybody a file. Answers how many tenants had any.
 */
export async function sweepFiles(servers: Servers): Promise<number> {
  const gone = await removedAmong(servers, await fileStore().tenants());
  for (const tenantId of gone) await fileStore().removeAll(tenantId);
  return gone.length;
}
