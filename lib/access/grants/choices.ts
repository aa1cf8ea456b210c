import { z } from 'zod';
import type { TenantCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { shareableViews } from '../../modules/registry';
import { shareables } from '../../modules/shareables';

const Named = z.object({ id: z.uuid(), name: z.string() });

export const ShareChoices = z.strictObject({
  views: z.array(
    z.object({
      view: z.string(),
      title: z.string(),
      places: z.array(Named.extend({ fields: z.array(Named), personFields: z.array(Named) })),
    }),
  ),
});

export const RowsQuery = z.strictObject({
  view: z.string().max(80),
  placeId: z.uuid(),
  search: z.string().trim().max(100).default(''),
});
export const RowNames = z.strictObject({ rows: z.array(Named) });

/** What the caller could share, by the kinds of views that modules declare. */
export async function shareChoices(ctx: TenantCtx): Promise<z.input<typeof ShareChoices>> {
  const views = [];
  for (const [view, shareable] of Object.entries(shareables)) {
    if (isOff(ctx, view)) continue;
    const title = shareableViews.get(view)?.title ?? view;
    views.push({ view, title, places: await shareable.places(ctx) });
  }
  return { views };
}

/** Rows of a place to choose from, by their names. Throws `not_found`. */
export async function shareRows(
  ctx: TenantCtx,
  { view, placeId, search }: z.output<typeof RowsQuery>,
): Promise<z.input<typeof RowNames>> {
  const shareable = Object.hasOwn(shareables, view) ? shareables[view] : undefined;
  if (!shareable || isOff(ctx, view)) throw notFound('This view');
  return { rows: await shareable.rows(ctx, placeId, search) };
}

const isOff = ({ tenant }: TenantCtx, view: string) =>
  tenant.modulesOff.includes(view.split('.')[0] ?? '');
