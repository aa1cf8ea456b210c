import { and, eq, inArray } from 'drizzle-orm';
import { type ControlDb, withControl } from '@/db/control';
import { withPool } from '@/db/pool';
import { poolJoins } from '@/db/schema/control';
import { mintControlScope, mintPoolScope } from '@/db/scope';
import { notFound } from '../errors';

type Work<T> = (db: ControlDb) => Promise<T>;

/** A join of this tenant that is offered or under way. */
export type OpenJoin = typeof poolJoins.$inferSelect;

/** The pool of a join that the tenant does not belong to now: the one offered, or the one it left. */
export interface OtherPool {
  join: OpenJoin;
  poolId: string;
  /** Works there in one transaction that nothing is audited of. */
  run<T>(work: Work<T>): Promise<T>;
  /** One audited transaction. */
  transact<T>(work: Work<T>): Promise<T>;
}

interface Asker {
  tenantId: string;
  actorId: string | null;
  requestId: string;
}

/**
 * Opens it. Which pool that is says the join, which the tenant cannot write. With `endedId` the one
 * that a join of that id has left for good. Throws `not_found`.
 */
export async function openOtherPool(
  { endedId, ...asker }: Asker & { endedId?: string | undefined },
  audited: <T>(db: ControlDb, work: () => Promise<T>) => Promise<T>,
): Promise<OtherPool> {
  const [join] = await withControl(mintControlScope(asker), (db) =>
    db
      .select()
      .from(poolJoins)
      .where(
        endedId
          ? and(eq(poolJoins.id, endedId), eq(poolJoins.state, 'ended'))
          : inArray(poolJoins.state, ['offered', 'running']),
      ),
  );
  if (!join) throw notFound('A change of the sign-in');
  const poolId = join.state === 'offered' ? join.poolId : join.formerPoolId;
  const scope = mintPoolScope({ ...asker, poolId });
  const run = <T>(work: Work<T>) => withPool(scope, work, { write: true });
  return { join, poolId, run, transact: (work) => run((db) => audited(db, () => work(db))) };
}
