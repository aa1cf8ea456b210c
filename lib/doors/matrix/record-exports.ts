import { v7 as uuidv7 } from 'uuid';
import { type Callable, invoke } from '../callable';
import { proceduresByName, runJob } from '../job';
import type { TestMember, TestTenant, World } from '../testing';
import type { Samples } from './ids';

interface Planted extends Samples {
  tenant: TestTenant;
}

/** A file of records with the link that opens it, and one that failed. */
export async function plantRecordExports(world: World, house: Planted, by: TestMember) {
  const { ids, tenant } = house;
  const { collectionId } = ids;
  const call = async <T>(name: string) => {
    const procedure = proceduresByName.get(name) as Callable<never, never>;
    return (await invoke(procedure, { collectionId } as never, by.call())) as T;
  };
  ids.exportId = (await call<{ id: string }>('exports.start')).id;
  ids.failedExportId = (await call<{ id: string }>('exports.start')).id;
  const run = { tenantId: tenant.tenantId, plane: 'tenant', outboxId: uuidv7() } as const;
  await runJob({ ...run, job: 'exports.run', input: { exportId: ids.exportId } });
  await world.rowsOf(
    tenant,
    `update record_exports set state = 'failed' where tenant_id = $1 and id = $2`,
    [tenant.tenantId, ids.failedExportId],
  );
  const listed = await call<{ id: string; link: string | null }[]>('exports.list');
  const link = listed.find(({ id }) => id === ids.exportId)?.link ?? '';
  const { searchParams } = new URL(link, 'http://here');
  ids.recordExportExpires = searchParams.get('expires') ?? '';
  ids.recordExportSignature = searchParams.get('signature') ?? '';
}
