import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { tenantModules, users } from '@/db/schema/control';
import { inTurn } from '../../access/people/last-admin';
import { termsOf } from '../../billing/terms';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { manifests } from '../../modules/registry';
import { refuseUnmet } from './needs';

export const Feature = z.strictObject({
  module: z.string(),
  title: z.string(),
  description: z.string(),
  icon: z.string(),
  enabled: z.boolean(),
  /** Who decided: nobody yet, so the product's default holds; somebody of this tenant; or its plan. */
  decidedBy: z.enum(['default', 'tenant', 'plan']),
  changedAt: z.coerce.date().nullable(),
  changedByName: z.string().nullable(),
  /** What its permissions open, in the words of the module. */
  permissions: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  /** Modules that have to be on beside it. */
  needs: z.array(z.string()),
  /** Whether it has settings of its own: see `configuration.get`, under its id. */
  hasSettings: z.boolean(),
});
export type Feature = z.output<typeof Feature>;

export const FeatureList = z.strictObject({ features: z.array(Feature) });

export const FeatureChange = z.strictObject({
  module: z.string().min(1).max(60),
  enabled: z.boolean(),
});

/** Every module of the product, with whether and why it is on for this tenant. */
export async function listFeatures(ctx: ControlCtx): Promise<z.input<typeof FeatureList>> {
  const decided = await ctx.db
    .select({
      module: tenantModules.module,
      enabled: tenantModules.enabled,
      changedAt: tenantModules.changedAt,
      changedByName: users.name,
    })
    .from(tenantModules)
    .leftJoin(users, eq(users.id, tenantModules.changedBy));
  const { withoutModules } = termsOf(ctx.caller.plan);
  return {
    features: manifests.map((manifest) => {
      const own = decided.find(({ module }) => module === manifest.id);
      const leftOut = withoutModules.includes(manifest.id);
      return {
        module: manifest.id,
        title: manifest.title,
        description: manifest.description,
        icon: manifest.icon,
        enabled: leftOut ? false : (own?.enabled ?? true),
        decidedBy: leftOut ? 'plan' : own ? 'tenant' : 'default',
        changedAt: own?.changedAt ?? null,
        changedByName: own?.changedByName ?? null,
        permissions: manifest.permissions.map(({ id, title }) => ({ id, title })),
        needs: [...(manifest.needs ?? [])],
        hasSettings: manifest.settings !== undefined,
      };
    }),
  };
}

/**
 * Turns a module on or off. Its data is kept either way. Throws `not_found`, and `precondition` where
 * another one is needed or needs it, or the plan leaves it out.
 */
export async function changeFeature(
  ctx: ControlCtx,
  { module, enabled }: z.output<typeof FeatureChange>,
): Promise<z.input<typeof Feature>> {
  const manifest = manifests.find(({ id }) => id === module);
  if (!manifest) throw notFound('This feature');
  const { withoutModules } = termsOf(ctx.caller.plan);
  if (withoutModules.includes(module)) {
    const message = `${manifest.title} does not come with your plan. Choose another under Plan.`;
    throw new AppError('precondition', message);
  }
  // Two changes at once could leave a module on without what it needs.
  await inTurn(ctx.db);
  const decided = await ctx.db
    .select({ module: tenantModules.module })
    .from(tenantModules)
    .where(eq(tenantModules.enabled, false));
  const off = [...decided.map((one) => one.module), ...withoutModules];
  refuseUnmet(manifests, { module, enabled, off });
  const decision = { enabled, changedBy: ctx.actor.id, changedAt: new Date() };
  await ctx.db
    .insert(tenantModules)
    .values({ module, ...decision })
    .onConflictDoUpdate({ target: [tenantModules.tenantId, tenantModules.module], set: decision });
  ctx.about('feature', module, { enabled });
  const { features } = await listFeatures(ctx);
  const changed = features.find((feature) => feature.module === module);
  if (!changed) throw notFound('This feature');
  return changed;
}
