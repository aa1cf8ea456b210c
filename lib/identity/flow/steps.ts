import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { logins, sessions } from '@/db/schema/control';
import { findAuthenticator } from '../factors/factor';
import { countRecoveryCodes } from '../factors/recovery-codes';
import { holdsPasskey, listOpenAt } from '../passkeys/passkey';
import { secondFactorDemand } from './demand';

/**
 * What a person who proved their first factor still has to do. Any one of them is enough; `elsewhere`
 * is none that can be done here: what they prove themselves with works at other hosts of the pool.
 * `anew` is none either: they owe a second factor, and who they are was proven too long ago to set one up.
 */
export const steps = ['passkey', 'code', 'recovery_code', 'set_up', 'elsewhere', 'anew'] as const;
export type Step = (typeof steps)[number];

export interface Entrant {
  tenantId: string;
  userId: string;
  /** The device's login, when it is signed in elsewhere in the pool. */
  loginId: string | null;
  /** Where passkeys work that can be given now; null where none does. */
  passkeyHost: string | null;
}

/** None when the person may come in; see `Step`. Rights and rules are read now. */
export async function stepsLeft(db: ControlDb, entrant: Entrant): Promise<Step[]> {
  const { userId, loginId, passkeyHost } = entrant;
  if (loginId && (await provedTwice(db, userId, loginId))) return [];
  const authenticator = (await findAuthenticator(db, userId)) !== null;
  if (authenticator || (await holdsPasskey(db, userId))) {
    const open = passkeyHost ? await listOpenAt(db, userId, passkeyHost) : [];
    const here: Step[] = [
      ...(open.length > 0 ? (['passkey'] as const) : []),
      ...(authenticator ? (['code'] as const) : []),
    ];
    const spare = (await countRecoveryCodes(db, userId)) > 0;
    return [
      ...here,
      ...(spare ? (['recovery_code'] as const) : []),
      ...(here.length === 0 ? (['elsewhere'] as const) : []),
    ];
  }
  const demand = await secondFactorDemand(db, entrant);
  if (!demand?.due) return [];
  return loginId && !(await provedLately(db, entrant, loginId)) ? ['anew'] : ['set_up'];
}

/** Whether the device's session at this tenant knows its person by a proof of the last 15 minutes. */
async function provedLately(
  db: ControlDb,
  { tenantId, userId }: Entrant,
  loginId: string,
): Promise<boolean> {
  const own = and(
    eq(sessions.loginId, loginId),
    eq(sessions.tenantId, tenantId),
    eq(sessions.userId, userId),
    isNull(sessions.revokedAt),
  );
  const [session] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(own, gt(sessions.provenAt, sql`now() - interval '15 minutes'`)));
  return session !== undefined;
}

async function provedTwice(db: ControlDb, userId: string, loginId: string) {
  const own = and(eq(logins.id, loginId), eq(logins.userId, userId));
  const [login] = await db
    .select({ id: logins.id })
    .from(logins)
    .where(and(own, isNotNull(logins.secondFactorAt)));
  return login !== undefined;
}
