import { type Home, type HomeTier, homeColumns } from '../homes/home';
import { dismantleHome, onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import type { OpeningProgress } from '../schema/control';

/** A tenant that is to be opened, as the operator knows it. */
export interface Opening {
  tenantId: string;
  poolId: string;
  slug: string;
  name: string;
  tier: HomeTier;
  /** Name of the shard that was asked for. */
  shard: string | null;
  /** Sealed; null once it is not needed any more. */
  request: string | null;
  progress: OpeningProgress;
  homeId: string | null;
  givenUp: boolean;
  opened: boolean;
  ended: boolean;
}

/** Null when there is none any more. */
export const findOpening = (servers: Servers, tenantId: string): Promise<Opening | null> =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<Opening>(
      `select tenant_id as "tenantId", pool_id as "poolId", slug, name, tier, shard, request,
         progress, home_id as "homeId", give_up_asked_at is not null as "givenUp",
         opened_at is not null as opened, ended_at is not null as ended
       from control.openings where tenant_id = $1`,
      [tenantId],
    );
    return rows[0] ?? null;
  });

/** Keeps how far an opening is, for whoever looks and whoever goes on. */
export async function noteOpening(
  servers: Servers,
  { tenantId, progress, homeId }: Pick<Opening, 'tenantId' | 'progress' | 'homeId'>,
): Promise<void> {
  await onControl(servers, (control) =>
    control.query('update control.openings set progress = $2, home_id = $3 where tenant_id = $1', [
      tenantId,
      JSON.stringify(progress),
      homeId,
    ]),
  );
}

/** Nothing is left to do; what was told in confidence goes. */
export async function endOpening(servers: Servers, tenantId: string): Promise<void> {
  await onControl(servers, (control) =>
    control.query(
      `update control.openings set request = null, home_id = null, ended_at = now()
       where tenant_id = $1`,
      [tenantId],
    ),
  );
}

/** The owner's password and all: once the tenant stands, nobody needs them here. */
export async function forgetRequest(servers: Servers, tenantId: string): Promise<void> {
  await onControl(servers, (control) =>
    control.query('update control.openings set request = null where tenant_id = $1', [tenantId]),
  );
}

/** The home with this id, in whatever state; null when there is none. */
export const findHome = (servers: Servers, id: string) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<Home & { state: string }>(
      `select ${homeColumns}, h.state from control.homes h join control.shards s on s.id = h.shard_id
       where h.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  });

/** Takes down what was built for an opening. Safe to repeat; throws when somebody lives there. */
export async function dropHomeOf(
  servers: Servers,
  { homeId }: Pick<Opening, 'homeId'>,
): Promise<void> {
  const home = homeId && (await findHome(servers, homeId));
  if (home) await dismantleHome(servers, home);
}
