import { and, eq } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { providerLinks, users } from '@/db/schema/control';
import { inTurn } from '../../access/people/last-admin';
import type { PoolCtx } from '../../doors/ctx';
import { createAccount, findAccount } from '../accounts';
import { findOpenDomain } from '../domains/open-domain';
import type { SecondProof } from '../factors/factor';
import { type Entrance, letIn } from '../flow/let-in';
import { isPoolShared, providerMethod } from '../sessions';
import { askForProof } from './ask-for-proof';
import type { Coming } from './claims';
import { followGroups } from './follow-groups';
import { findProvider, type Provider } from './provider';
import { type ProviderRefusal, RefusedByProvider } from './refusal';

/** Where somebody stands who came back from the provider. */
export type Arrival = Entrance | { confirm: string } | { refused: ProviderRefusal };

/**
 * Lets in whom the provider vouches for: the account that is linked with that subject, or a new one
 * where it may bring strangers in. An address never opens an account: whoever has one, whose provider
 * does not say that it verified theirs, who joins by a domain, and in a shared pool everybody, proves
 * first that its mail reaches them. Throws `RefusedByProvider`.
 */
export async function admitVouched(ctx: PoolCtx, came: Coming): Promise<Arrival> {
  const arrival = await ctx.transact(async (db) => {
    const coming = { ...came, provider: await sameProvider(db, came) };
    const userId = await linkedUser(db, coming);
    if (userId) return await letInLinked(ctx, db, { ...coming, userId });
    const { email, emailVerified, name } = coming.vouched;
    if (!email) throw new RefusedByProvider('no_email');
    const { poolId } = ctx.tenant;
    const known = await findAccount(db, poolId, email);
    if (known || !emailVerified || (await isPoolShared(db))) return { unproven: email };
    if (!coming.provider.joins) {
      if (!(await findOpenDomain(db, email))) throw new RefusedByProvider('no_member');
      return { unproven: email };
    }
    const { id } = await createAccount(db, { poolId, email, name });
    await link(db, { ...coming, userId: id });
    return await letInLinked(ctx, db, { ...coming, userId: id });
  });
  return 'unproven' in arrival
    ? await askForProof(ctx, { ...came, email: arrival.unproven })
    : arrival;
}

/** As it is by now: it was asked over the net, and may have been turned off or changed meanwhile. */
async function sameProvider(db: ControlDb, { provider }: Coming): Promise<Provider> {
  await inTurn(db);
  const now = await findProvider(db);
  if (!now) throw new RefusedByProvider('off');
  const same = now.issuer === provider.issuer && now.clientId === provider.clientId;
  if (!same) throw new RefusedByProvider('expired');
  return now;
}

const l = providerLinks;

async function linkedUser(db: ControlDb, { provider, vouched }: Coming): Promise<string | null> {
  const [found] = await db
    .update(l)
    .set({ lastUsedAt: databaseNow })
    .where(and(eq(l.issuer, provider.issuer), eq(l.subject, vouched.subject)))
    .returning({ userId: l.userId });
  return found?.userId ?? null;
}

/** Makes the provider's person an account's. Throws where that account has another one there. */
export async function link(
  db: ControlDb,
  { provider, vouched, userId }: Pick<Coming, 'provider' | 'vouched'> & { userId: string },
): Promise<void> {
  const { issuer } = provider;
  const [made] = await db
    .insert(l)
    .values({ userId, issuer, subject: vouched.subject })
    .onConflictDoNothing()
    .returning({ id: l.id });
  if (!made) throw new RefusedByProvider('other_person');
}

type Linked = Pick<Coming, 'provider' | 'vouched' | 'returnPath'> & {
  userId: string;
  /** What they proved here besides. */
  proven?: SecondProof | undefined;
};

/** Gives them the roles of their groups and lets them in, as far as nothing is left to prove. */
export async function letInLinked(
  ctx: PoolCtx,
  db: ControlDb,
  { provider, vouched, userId, returnPath, proven }: Linked,
): Promise<Arrival> {
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.state, 'active')));
  if (!user) throw new RefusedByProvider('no_member');
  const roles = await followGroups(db, { provider, groups: vouched.groups, userId });
  // What the groups took stays taken although nobody comes in.
  if (roles === 0) return { refused: 'no_role' };
  const secondFactor = proven ?? (vouched.secondFactor ? 'provider' : undefined);
  const entrance = await letIn(ctx, db, {
    ...{ userId, loginId: null, method: providerMethod, returnPath, secondFactor },
    provenAt: vouched.provenAt,
  });
  const stuck =
    'steps' in entrance && entrance.steps.includes('set_up') && (await isPoolShared(db));
  return stuck ? { refused: 'second_factor' } : entrance;
}
