import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import {
  apiTokens,
  identityProviders,
  logins,
  providerLinks,
  roles,
  sessions,
  signInFlows,
} from '@/db/schema/control';
import { inTurn } from '../../access/people/last-admin';
import type { RoleFact } from '../../access/rights';
import { heldNow, requireWithin } from '../../access/roles/role';
import type { PoolCtx } from '../../doors/ctx';
import { invalid, notFound } from '../../errors';
import { roleColumns } from '../role-grants';
import { providerMethod } from '../sessions';
import {
  managedRoleIds,
  type ProviderDraft,
  type ProviderState,
  sealSecret,
  showProvider,
} from './provider';

const p = identityProviders;

const isThrough = and(eq(logins.method, providerMethod), isNull(logins.revokedAt));

/**
 * Sets the tenant's provider up, or changes it. Whoever does it must hold every role it gives or gave;
 * the secret is typed anew for another issuer or client. Where it is turned off or becomes another,
 * sessions that it opened end. Throws `invalid`, `forbidden`.
 */
export async function changeProvider(ctx: PoolCtx, draft: ProviderDraft): Promise<ProviderState> {
  const { db, tenant } = ctx;
  await inTurn(db);
  const before = await showProvider(db);
  const { clientSecret, ...wanted } = draft;
  const other = before?.issuer !== wanted.issuer || before.clientId !== wanted.clientId;
  if (other && !clientSecret) throw invalid('clientSecret', 'Enter the client secret.');
  await requireRoles(ctx, before, wanted);
  const after = {
    ...wanted,
    ...(clientSecret && { clientSecret: sealSecret(tenant.id, clientSecret) }),
    changedAt: databaseNow,
  };
  // The secret is there: another client needs one typed, and the row of this one has its own.
  const row = { clientSecret: '', ...after };
  await db.insert(p).values(row).onConflictDoUpdate({ target: p.tenantId, set: after });
  const ended = before?.enabled && (other || !wanted.enabled) ? await endSessions(ctx) : 0;
  ctx.about('tenant', tenant.id, { before, after: wanted, secretChanged: !!clientSecret, ended });
  const saved = await showProvider(db);
  if (!saved) throw new Error('An identity provider was not written.');
  return saved;
}

/** Takes the provider away with every link to an account. Throws `not_found` where there is none. */
export async function removeProvider(ctx: PoolCtx): Promise<void> {
  const { db, tenant } = ctx;
  await inTurn(db);
  const before = await showProvider(db);
  if (!before) throw notFound('This identity provider');
  await requireRoles(ctx, before, null);
  await db.delete(p);
  await db.delete(providerLinks);
  ctx.about('tenant', tenant.id, { before, ended: await endSessions(ctx) });
}

type Giving = Pick<ProviderState, 'groupRoles' | 'defaultRoleId'>;

async function requireRoles(ctx: PoolCtx, before: Giving | null, after: Giving | null) {
  const wanted = after ? managedRoleIds(after) : new Set<string>();
  const ids = [...new Set([...wanted, ...(before ? managedRoleIds(before) : [])])];
  if (ids.length === 0) return;
  const found: RoleFact[] = await ctx.db
    .select(roleColumns)
    .from(roles)
    .where(inArray(roles.id, ids));
  const gone = [...wanted].find((id) => !found.some((role) => role.id === id));
  if (gone) {
    const at = after?.groupRoles.findIndex(({ roleId }) => roleId === gone) ?? -1;
    throw invalid(
      at < 0 ? 'defaultRoleId' : `groupRoles.${at}.roleId`,
      'This role does not exist.',
    );
  }
  requireWithin(await heldNow(ctx), found);
}

/**
 * Of those who came in through it, on every host they went on to; who is about to come begins again.
 */
async function endSessions({ db, tenant, caller }: PoolCtx): Promise<number> {
  await db
    .update(signInFlows)
    .set({ expiresAt: databaseNow })
    .where(and(eq(signInFlows.tenantId, tenant.id), eq(signInFlows.method, providerMethod)));
  const through = db.select({ id: logins.id }).from(logins).where(isThrough);
  // A login begins where its provider is; its first session says where that was.
  const first = db
    .selectDistinctOn([sessions.loginId], {
      loginId: sessions.loginId,
      tenantId: sessions.tenantId,
    })
    .from(sessions)
    .where(inArray(sessions.loginId, through))
    .orderBy(sessions.loginId, sessions.createdAt, sessions.id)
    .as('first');
  const begunHere = db
    .select({ id: first.loginId })
    .from(first)
    .where(eq(first.tenantId, tenant.id));
  const others = caller.session ? ne(sessions.id, caller.session.id) : undefined;
  const ended = await db
    .update(sessions)
    .set({ revokedAt: databaseNow })
    .where(
      and(
        inArray(sessions.loginId, through),
        or(eq(sessions.tenantId, tenant.id), inArray(sessions.loginId, begunHere)),
        isNull(sessions.revokedAt),
        others,
      ),
    )
    .returning({ id: sessions.id });
  // What they made for programs goes with them.
  await db
    .update(apiTokens)
    .set({ revokedAt: databaseNow })
    .where(
      and(
        eq(apiTokens.tenantId, tenant.id),
        eq(apiTokens.throughProvider, true),
        isNull(apiTokens.revokedAt),
      ),
    );
  // A way to another host that is under way ends with its login.
  const own = caller.session ? ne(logins.id, caller.session.loginId) : undefined;
  await db
    .update(logins)
    .set({ revokedAt: databaseNow })
    .where(and(inArray(logins.id, begunHere), own));
  return ended.length;
}
