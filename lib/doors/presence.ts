import { v7 as uuidv7 } from 'uuid';
import { withPool } from '@/db/pool';
import { mintPoolScope } from '@/db/scope';
import { touchSession, touchToken } from '../identity/sessions';
import { log } from '../log';
import type { RequestFacts } from './facts';

const everyMs = 60_000;
/** When this process last noted a session or token, by id. Bounded. */
const noted = new Map<string, number>();
const capacity = 20_000;

/** Notes that a session or token is in use, at most once a minute, without making anybody wait. */
export function notePresence({ tenant, session, token, user }: RequestFacts): void {
  const id = session?.id ?? token?.id;
  if (!tenant || !id) return;
  const seenAt = session ? Date.parse(session.lastSeenAt) : 0;
  const last = Math.max(seenAt, noted.get(id) ?? 0);
  if (Date.now() - last < everyMs) return;
  remember(id);
  const scope = mintPoolScope({
    poolId: tenant.poolId,
    tenantId: tenant.id,
    actorId: user?.id ?? null,
    requestId: uuidv7(),
  });
  withPool(scope, (db) => (session ? touchSession(db, id) : touchToken(db, id))).catch(
    (error: unknown) => {
      noted.delete(id);
      log.warn({ err: error }, 'presence was not noted');
    },
  );
}

function remember(id: string) {
  noted.delete(id);
  noted.set(id, Date.now());
  const [oldest] = noted.keys();
  if (noted.size > capacity && oldest) noted.delete(oldest);
}
