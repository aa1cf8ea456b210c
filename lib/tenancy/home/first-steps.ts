import { count, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { brandings, invitations, memberships, tenants } from '@/db/schema/control';
import { auditEvents } from '@/db/schema/tenant';
import type { TenantCtx } from '../../doors/ctx';
import type { FirstStep as ModuleStep } from '../../modules/define-module';
import { presets } from '../branding/presets';

export const FirstStep = z.strictObject({
  title: z.string(),
  help: z.string(),
  path: z.string(),
  done: z.boolean(),
});
export type FirstStep = z.output<typeof FirstStep>;

/** How long after the opening its founder is still led along, milliseconds. */
const leadMs = 60 * 86_400_000;

/**
 * What the founder of a young workspace has done and not done yet, as the data says it. Empty for
 * anybody else and when all is done.
 */
export async function firstSteps(
  ctx: TenantCtx,
  modules: readonly ModuleStep[],
): Promise<FirstStep[]> {
  const facts = await ctx.readControl((db) => openingFacts(db, ctx.tenant.id));
  const isFounder = facts.ownerId !== null && facts.ownerId === ctx.caller.user?.id;
  if (!isFounder || Date.now() - facts.createdAt.getTime() > leadMs) return [];
  const called = await calledOf(ctx, modules);
  const steps = [
    {
      title: 'Choose your look',
      help: 'Your colour and logo stand on the sign-in page, in mails and in every page.',
      path: '/settings/branding',
      done: facts.looksOwn,
    },
    {
      title: 'Invite a colleague',
      help: 'They get a mail with a link and the role you give them.',
      path: '/settings/people',
      done: facts.people > 1 || facts.invited > 0,
    },
    ...modules
      .filter(({ permission }) => ctx.can(permission))
      .map(({ title, help, path, procedure }) => ({
        title,
        help,
        path,
        done: called.has(procedure),
      })),
  ];
  return steps.every(({ done }) => done) ? [] : steps;
}

async function openingFacts(db: ControlDb, tenantId: string) {
  const [[tenant], [brand], [people], [invited]] = await db.batch([
    db
      .select({ ownerId: tenants.ownerId, createdAt: tenants.createdAt })
      .from(tenants)
      .where(eq(tenants.id, tenantId)),
    db
      .select({ version: brandings.version, tokens: brandings.tokens })
      .from(brandings)
      .where(eq(brandings.state, 'published')),
    db.select({ n: count() }).from(memberships),
    db.select({ n: count() }).from(invitations).where(isNull(invitations.revokedAt)),
  ]);
  const color = brand?.tokens.color;
  return {
    ownerId: tenant?.ownerId ?? null,
    createdAt: tenant?.createdAt ?? new Date(0),
    looksOwn:
      (brand?.version ?? 1) > 1 ||
      (color !== undefined && color !== presets[0].look.color) ||
      Boolean(brand?.tokens.logoPath),
    people: people?.n ?? 0,
    invited: invited?.n ?? 0,
  };
}

async function calledOf(ctx: TenantCtx, modules: readonly ModuleStep[]) {
  if (modules.length === 0) return new Set<string>();
  const names = modules.map(({ procedure }) => procedure);
  const found = await ctx.db
    .selectDistinct({ procedure: auditEvents.procedure })
    .from(auditEvents)
    .where(inArray(auditEvents.procedure, names));
  return new Set(found.map(({ procedure }) => procedure));
}
