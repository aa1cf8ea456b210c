import { and, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { bouncedAddresses } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { Email, emailKey } from '../../identity/email';
import { stillBounces, stillBouncing } from '../../mail/bounces';
import { Reason } from '../reason';
import { tellTenant } from '../tenants/tell-tenant';

/** Addresses are kept as hashes: how many there are is all that can be told. */
export const MailBounces = z.strictObject({ addresses: z.number().int() });

export const BounceLift = z.strictObject({ id: z.uuid(), address: Email, reason: Reason });

/** How many addresses a tenant sends nothing to, since a mail server said that there are none. */
export async function countMailBounces(
  { db }: PlatformCtx,
  { id }: { id: string },
): Promise<z.input<typeof MailBounces>> {
  const [found] = await db
    .select({ addresses: count() })
    .from(bouncedAddresses)
    .where(and(eq(bouncedAddresses.tenantId, id), stillBounces));
  return { addresses: found?.addresses ?? 0 };
}

/** Lets mails of a tenant through to an address again. Throws `not_found` where it is not shut. */
export async function liftMailBounce(
  ctx: PlatformCtx,
  { id, address, reason }: z.output<typeof BounceLift>,
): Promise<Record<string, never>> {
  const lifted = await ctx.db
    .delete(bouncedAddresses)
    .where(
      and(
        eq(bouncedAddresses.tenantId, id),
        stillBouncing({ tenantId: id, recipientKey: emailKey(address) }),
      ),
    )
    .returning({ id: bouncedAddresses.id });
  if (lifted.length === 0) throw notFound('This bounce');
  const masked = maskOf(emailKey(address));
  await tellTenant(ctx, { id, procedure: 'mailBounces.lift', detail: { address: masked, reason } });
  ctx.about('tenant', id, { address: masked });
  return {};
}

/** Enough to be recognised by who knows it; trails are kept when a person is erased. */
const maskOf = (address: string) => address.replace(/^(.)[^@]*/u, '$1…');
