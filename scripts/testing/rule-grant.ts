import { grantsProcedures } from '@/lib/access/grants/procedures';
import { invoke } from '@/lib/doors/callable';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import type { RuledCollection } from './rule-model';

interface Giving {
  world: World;
  tenant: TestTenant;
  admin: TestMember;
  things: RuledCollection;
}

/** A view of some records, given to another tenant of the pool: nobody here looks by it. */
export async function giveSome({ world, tenant, admin, things }: Giving): Promise<string> {
  const { slug: address } = await world.tenant({ poolId: tenant.poolId });
  const rows = await world.rowsOf<{ id: string }>(
    tenant,
    'select id from records where tenant_id = $1 and collection_id = $2 and deleted_at is null limit 3',
    [tenant.tenantId, things.id],
  );
  const shown = things.fields.filter(({ type }) => type === 'text');
  const { id } = await invoke(
    grantsProcedures.create,
    {
      ...{ address, view: 'collections.records', placeId: things.id, purpose: 'To look' },
      fieldIds: shown.map((field) => field.id),
      rowIds: rows.map((row) => row.id),
      roles: ['admin'],
      endsAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
    admin.call(),
  );
  return id;
}
