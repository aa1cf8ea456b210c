import { z } from 'zod';
import { isSlugTaken } from '@/db/directory';
import { procedure } from '../../doors/procedure';
import { homeProcedures } from '../home/procedures';
import { listPlaces } from '../places';
import { Slug } from '../slugs';
import { suggestSlug } from '../suggest-slug';
import { Founded, Founding, foundTenant } from './found';
import { limitSignUps } from './limit';

export const checkSlug = procedure(
  {
    name: 'signUp.checkSlug',
    summary: 'Tells whether an address is free, and a free one near it',
    method: 'GET',
    path: '/sign-up/address',
    permission: 'public',
    plane: 'none',
    zone: 'site',
    rate: 'guess',
    input: z.strictObject({ slug: z.string().max(80) }),
    output: z.object({
      free: z.boolean(),
      reason: z.string().nullable(),
      suggestion: z.string().nullable(),
    }),
  },
  async (_ctx, { slug }) => {
    const parsed = Slug.safeParse(slug);
    const reason = parsed.success
      ? (await isSlugTaken(parsed.data)) && 'This address is taken.'
      : (parsed.error.issues[0]?.message ?? 'This address cannot be used.');
    if (!reason) return { free: true, reason: null, suggestion: null };
    return { free: false, reason, suggestion: await nearby(slug) };
  },
);

async function nearby(wanted: string): Promise<string | null> {
  const base = suggestSlug(wanted).slice(0, 34);
  for (const ending of ['', '-team', '-hq', '-1', '-2', '-3']) {
    const candidate = Slug.safeParse(`${base}${ending}`);
    if (candidate.success && !(await isSlugTaken(candidate.data))) return candidate.data;
  }
  return null;
}

export const signUp = procedure(
  {
    name: 'signUp.create',
    summary: 'Opens a tenant and makes you its admin',
    method: 'POST',
    path: '/sign-up',
    permission: 'public',
    plane: 'none',
    zone: 'site',
    rate: 'guess',
    // Walls of one's own are given by staff.
    input: Founding.omit({ tier: true }),
    output: Founded,
  },
  async (ctx, input) => {
    await limitSignUps(ctx.call.address);
    return await foundTenant(ctx, { ...input, tier: 'pooled' });
  },
);

export const onboardingProcedures = {
  signUp: { checkSlug, create: signUp },
  home: homeProcedures,
  places: { list: listPlaces },
};
