import { and, eq, gt, isNull } from 'drizzle-orm';
import { databaseNow, secondsFromNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { providerArrivals } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { languageOf } from '../../language/wording-in';
import { mailBrand } from '../../mail/brand';
import { compose } from '../../mail/compose';
import { sendMail } from '../../mail/send-mail';
import { hostUrl } from '../../tenancy/urls';
import { countGuess } from '../guesses';
import { hashToken, newToken } from '../secrets';
import type { Coming } from './claims';
import { confirmLetter } from './letters';

const a = providerArrivals;
const minutesOpen = 30;

export type WaitingArrival = typeof a.$inferSelect;

/**
 * Mails a link to the address the provider names, whether or not there is an account: neither the
 * answer nor the mail tells. Only the browser that began can go on with it. Throws `limit`.
 */
export async function askForProof(
  ctx: PoolCtx,
  asking: Coming & { email: string },
): Promise<{ confirm: string }> {
  const { tenant, call } = ctx;
  const { email } = asking;
  // Before the transaction, which would hold one connection while this waits for another.
  await countGuess({ kind: 'mail', poolId: tenant.poolId, email, address: call.address });
  await ctx.transact((db) => mailProof(ctx, db, asking));
  return { confirm: email };
}

async function mailProof(
  ctx: PoolCtx,
  db: ControlDb,
  { provider, vouched, browser, returnPath, email }: Coming & { email: string },
): Promise<void> {
  const { tenant, caller, call } = ctx;
  const token = newToken();
  const host = caller.host.host;
  const { subject, name, groups } = vouched;
  await db.insert(a).values({
    ...{ host, subject, name, groups, email, returnPath },
    issuer: provider.issuer,
    browserHash: hashToken(browser),
    mailHash: hashToken(token),
    expiresAt: secondsFromNow(minutesOpen * 60),
  });
  const language = (await call.language?.()) ?? languageOf(null, tenant.locale);
  const url = hostUrl(host, `/sign-in/sso/confirm/${token}`);
  const letter = { to: email, language, tenant: tenant.name, url };
  const said = confirmLetter(letter, { provider: provider.label, minutes: minutesOpen });
  await sendMail(db, compose(await mailBrand(db, tenant.name), said));
  ctx.about('tenant', tenant.id, { asked: 'proof of the address' });
}

/** The arrival a browser waits with, for its own page; null when it is over. */
export async function findArrival(
  db: ControlDb,
  { browser, host }: { browser: string; host: string },
): Promise<WaitingArrival | null> {
  const [waiting] = await db.select().from(a).where(alive(browser, host));
  return waiting ?? null;
}

/** Spends it with the token of the mail: of many parallel tries one gets the row. */
export async function spendArrival(
  db: ControlDb,
  { browser, host, token }: { browser: string; host: string; token: string },
): Promise<WaitingArrival | null> {
  const [spent] = await db
    .update(a)
    .set({ usedAt: databaseNow })
    .where(and(alive(browser, host), eq(a.mailHash, hashToken(token))))
    .returning();
  return spent ?? null;
}

const alive = (browser: string, host: string) =>
  and(
    eq(a.browserHash, hashToken(browser)),
    eq(a.host, host),
    isNull(a.usedAt),
    gt(a.expiresAt, databaseNow),
  );
