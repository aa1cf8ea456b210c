import { z } from 'zod';
import { cleanText } from '../../clean-text';
import type { TenantCtx } from '../../doors/ctx';
import { finders } from '../../modules/finders';
import { manifests } from '../../modules/registry';

export const FindInput = z.strictObject({
  /** Words, or parts of words: what is found has them all. */
  query: z
    .string()
    .overwrite(cleanText)
    .trim()
    .min(2, 'Give at least two letters')
    .max(200, 'Words of at most 200 characters together'),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const FoundThings = z.strictObject({
  groups: z.array(
    z.strictObject({
      module: z.string(),
      title: z.string(),
      icon: z.string(),
      hits: z.array(z.strictObject({ id: z.uuid(), title: z.string(), path: z.string() })),
    }),
  ),
});
export type FoundThings = z.infer<typeof FoundThings>;

/** Things of the modules that are on, by words, as far as the caller may see them. */
export async function findThings(
  ctx: TenantCtx,
  asked: z.output<typeof FindInput>,
): Promise<FoundThings> {
  const open = manifests.filter(({ id }) => !ctx.tenant.modulesOff.includes(id));
  const groups: FoundThings['groups'] = [];
  for (const { id: module } of open) {
    const finder = finders[module];
    if (!finder || !ctx.can(finder.permission)) continue;
    const { title, icon } = finder;
    const hits = await finder.find(ctx, asked);
    if (hits.length > 0) groups.push({ module, title, icon, hits });
  }
  return { groups };
}
