import { and, eq, isNull } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { withPool } from '@/db/pool';
import { controlAuditEvents, openings } from '@/db/schema/control';
import { mintPoolScope } from '@/db/scope';
import { writeFounding } from '@/lib/tenancy/onboarding/founding-request';
import type { Enter } from '@/lib/tenancy/opening/open';
import type { Asker } from '@/lib/tenancy/opening/ticket';

/** Enters tenants with walls of their own for the operator, through the provisioning everybody uses. */
export const enterTenant: Enter = async (opening, home) => {
  const { tenantId, poolId, slug, request, asker } = opening;
  const { id: _home, ...place } = home;
  const { requestId } = asker;
  const scope = mintPoolScope({ tenantId, poolId, actorId: null, requestId });
  return await withPool(
    scope,
    async (db) => {
      // The first statement: it decides between entering and giving up, and between two operators.
      const [mine] = await db
        .update(openings)
        .set({ openedAt: databaseNow })
        .where(
          and(
            eq(openings.tenantId, tenantId),
            isNull(openings.openedAt),
            isNull(openings.giveUpAskedAt),
          ),
        )
        .returning({ id: openings.id });
      if (!mine) return await whatBecame(db, tenantId);
      await writeFounding(db, { tenantId, poolId, place }, { ...request, slug });
      await writeDown(db, { asker, tenantId, detail: { slug, name: request.name } });
      return 'entered';
    },
    { write: true },
  );
};

async function whatBecame(db: ControlDb, tenantId: string) {
  const [found] = await db
    .select({ openedAt: openings.openedAt })
    .from(openings)
    .where(eq(openings.tenantId, tenantId));
  return found?.openedAt ? 'before' : 'given_up';
}

interface Entry {
  asker: Asker;
  tenantId: string;
  detail: Record<string, unknown>;
}

/** The call by which somebody asked for it, as the tenant's own trail tells it. */
async function writeDown(db: ControlDb, { asker, tenantId, detail }: Entry) {
  const { procedure, door, requestId, address, actor } = asker;
  await db.insert(controlAuditEvents).values({
    procedure,
    door,
    requestId,
    address,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    targetKind: 'tenant',
    targetId: tenantId,
    detail,
  });
}
