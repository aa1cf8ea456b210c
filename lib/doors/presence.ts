import { v7 as uuidv7 } from 'uuid';
import { withPool } from '@/db/pool';
import { mintPoolScope } from '@/db/scope';
import { touchSession, touchToken, touchWorkspaceToken } from '../identity/sessions';
import { log } from '../log';
import type { RequestFacts } from './facts';

const everyMs = 60_000;
/** When this process last noted a session or token, by id. Bounded. */
const noted = new Map<string, number>();
const capacity = 20_000;

/** Notes that a session or token is in use, at most once a minute, without making anybody wait. */
export function notePresence({ tenant, session, token, client, user }: RequestFacts): void {
  const id = session?.id ?? token?.id;
  if (!tenant || !id) return;
  if (performance.now() - (noted.get(id) ?? Number.NEGATIVE_INFINITY) < everyMs) return;
  // The database's clock against ours: where they disagree, once too often is better than never.
  const sinceSeen = session ? Date.now() - Date.parse(session.lastSeenAt) : everyMs;
  if (Math.abs(sinceSeen) < everyMs) return;
  remember(id);
  const scope = mintPoolScope({
    poolId: tenant.poolId,
    tenantId: tenant.id,
    actorId: user?.id ?? null,
    requestId: uuidv7(),
  });
  const touch = session ? touchSession : client ? touchWorkspaceToken : touchToken;
  withPool(scope, (db) => touch(db, id)).catch((error: unknown) => {
    noted.delete(id);
    log.warn({ err: error }, 'presence was not noted');
  });
}

function remember(id: string) {
  noted.delete(id);
  noted.set(id, performance.now());
  const [oldest] = noted.keys();
  if (noted.size > capacity && oldest) noted.delete(oldest);
}
