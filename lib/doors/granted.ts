import { type ControlDb, withControl } from '@/db/control';
import { mintControlScope, mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { isStillOpen, openGrant } from '../access/grants/facts';
import { AppError, isAppError, notFound } from '../errors';
import { actorOf, writeAudit } from './audit';
import type { DoorCall } from './call';
import type { Caller } from './caller';
import type { Granted } from './ctx';
import type { ProcedureMeta } from './spec';
import { toAppError } from './translate';

interface Asked {
  meta: ProcedureMeta;
  call: DoorCall;
  caller: Caller;
}

/**
 * Reads in another tenant by what it granted to this one, as it stands at this moment. Both trails have
 * noted it before anything is answered: a trace too many can happen, an answer without one cannot.
 */
export async function readGranted<T extends { rows: readonly unknown[] }>(
  { meta, call, caller }: Asked,
  grantId: string,
  read: (there: Granted) => Promise<T>,
): Promise<T> {
  const { tenant, user } = caller;
  if (!tenant || !user) throw notFound('This view');
  const by = { actorId: user.id, requestId: call.requestId };
  const here = mintControlScope({ tenantId: tenant.id, ...by });
  const grant = await withControl(here, (db) => openGrant(db, user.id, grantId));
  if (!grant) throw notFound('This view');
  const { partner } = grant;
  const there = mintTenantScope({ tenantId: partner.id, ...by });
  const seen = await withTenant(there, (db) => read({ db, grant }), { readOnly: true }).catch(
    (error: unknown) => {
      const known = toAppError(error);
      throw isAppError(known) && known.code === 'unavailable' ? silent(partner.name, error) : error;
    },
  );
  const note = async (
    tenantId: string,
    other: { id: string; name: string },
    at: DoorCall,
    check?: (db: ControlDb) => Promise<void>,
  ) =>
    await withControl(
      mintControlScope({ tenantId, ...by }),
      async (db) => {
        await check?.(db);
        const detail = { with: other.name, place: grant.placeName, rows: seen.rows.length };
        const subject = { kind: 'grant', id: grant.id, detail };
        await writeAudit('control', db, { meta, call: at, actor: actorOf(call, caller), subject });
      },
      { write: true },
    );
  // Where their members come from is nothing that the other side is told.
  await note(partner.id, tenant, { ...call, address: null });
  await note(tenant.id, partner, call, async (db) => {
    // What was taken back while this read is not shown any more.
    if (!(await isStillOpen(db, user.id, grantId))) throw notFound('This view');
  });
  return seen;
}

const silent = (name: string, cause: unknown) =>
  new AppError('unavailable', `${name} does not answer just now. Try again in a moment.`, {
    cause,
    retryAfterSeconds: 5,
  });
