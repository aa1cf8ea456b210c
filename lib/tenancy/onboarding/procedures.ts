import { z } from 'zod';
import { isSlugTaken } from '@/db/directory';
import { procedure } from '../../doors/procedure';
import { env } from '../../env';
import { invalid } from '../../errors';
import { homeProcedures } from '../home/procedures';
import { signUpOpenings } from '../opening/procedures';
import { listPlaces } from '../places';
import { Slug } from '../slugs';
import { suggestSlug } from '../suggest-slug';
import { tiers } from '../tiers';
import { foundTenant } from './found';
import { Founded, Founding } from './founding';
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

export const listSignUpTiers = procedure(
  {
    name: 'signUp.tiers',
    summary: 'List the walls that a new workspace can have',
    method: 'GET',
    path: '/sign-up/tiers',
    permission: 'public',
    plane: 'none',
    zone: 'site',
    input: z.strictObject({}),
    output: z.strictObject({ tiers: z.array(z.enum(tiers)) }),
  },
  async () => ({ tiers: signUpTiers() }),
);

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
    input: Founding,
    output: Founded,
  },
  async (ctx, input) => {
    // Other walls of one's own are given by staff.
    if (!signUpTiers().includes(input.tier)) {
      throw invalid('tier', 'This cannot be chosen here. Ask for it once the workspace is open.');
    }
    await limitSignUps(ctx.call.address);
    return await foundTenant(ctx, input);
  },
);

/** The shared tables, and what the platform lets strangers choose besides. */
const signUpTiers = () =>
  tiers.filter((tier) => tier === 'pooled' || env().SIGN_UP_TIERS.includes(tier));

export const onboardingProcedures = {
  signUp: { checkSlug, tiers: listSignUpTiers, create: signUp, ...signUpOpenings },
  home: homeProcedures,
  places: { list: listPlaces },
};
