import { z } from 'zod';
import type { Sighting, TenantCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { manifests } from '../../modules/registry';
import {
  type Around,
  AssignedThing,
  Change,
  lookAround,
  Mention,
  mostPressing,
  newest,
} from './around';
import { isFilling } from './filling';
import { FirstStep, firstSteps } from './first-steps';

export const HomePlace = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  /** Colour of its looks, such as `#3355ff`. */
  color: z.string().nullable(),
  isHere: z.boolean(),
  /**
   * `read`; `closed` where its rules of sign-in ask for more than this session has proven, so that
   * nothing of it is shown; `failed` where it did not answer in time.
   */
  state: z.enum(['read', 'closed', 'failed']),
});
export type HomePlace = z.output<typeof HomePlace>;

export const HomeInput = z.strictObject({
  /** Slug of the one workspace whose things are asked for; all of them when left out. */
  from: z.string().max(63).optional(),
});

export const HomeOverview = z.strictObject({
  /** What a founder has still to do; empty for everybody else. */
  firstSteps: z.array(FirstStep),
  /** True while sample contents are still being made. */
  filling: z.boolean(),
  /** The workspaces that were asked: this one first, the others by name. */
  places: z.array(HomePlace),
  /** True when there are more of them. */
  more: z.boolean(),
  /** Of all of them, as far as this person may see it there: what is assigned to them, what is due
   * first; comments that mention them and what people did of late, the newest first. */
  assigned: z.array(AssignedThing),
  mentions: z.array(Mention),
  changes: z.array(Change),
});
export type HomeOverview = z.output<typeof HomeOverview>;

/** Of each kind. */
const shown = 12;

/**
 * What waits for a person here and in their other tenants, and the first steps of a new one. Throws
 * `not_found` when `from` is none of theirs.
 */
export async function readHome(
  ctx: TenantCtx,
  { from }: z.output<typeof HomeInput>,
): Promise<z.input<typeof HomeOverview>> {
  const open = manifests.filter(({ id }) => !ctx.tenant.modulesOff.includes(id));
  const steps = await firstSteps(
    ctx,
    open.flatMap((module) => module.firstSteps ?? []),
  );
  const jobs = open.flatMap(({ sampleJob }) => sampleJob ?? []);
  const filling = steps.length > 0 && (await isFilling(ctx, jobs));
  const { places, more } = await ctx.readTenants(lookAround);
  if (from !== undefined && !places.some(({ slug }) => slug === from)) {
    throw notFound('This workspace');
  }
  const asked = places.filter(({ slug }) => from === undefined || slug === from);
  const seen = asked.flatMap((place) => (place.state === 'read' ? [place.value] : []));
  const merged = <T extends { at: Date; id: string }>(kind: (around: Around) => T[]) =>
    newest(seen.flatMap(kind)).slice(0, shown);
  return {
    firstSteps: steps,
    filling,
    places: places.map(shownPlace),
    more,
    assigned: mostPressing(seen.flatMap(({ assigned }) => assigned)).slice(0, shown),
    mentions: merged((around) => around.mentions),
    changes: merged((around) => around.changes),
  };
}

const shownPlace = ({ id, slug, name, color, isHere, state }: Sighting<Around>) => ({
  id,
  slug,
  name,
  color,
  isHere,
  state,
});
