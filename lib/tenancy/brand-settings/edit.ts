import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { brandAssets, brandings } from '@/db/schema/control';
import { mayHidePlatform } from '../../billing/terms';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid, notFound } from '../../errors';
import { writeTokens } from '../branding/document';
import { publishBrand } from '../branding/publish';
import { BrandTokens } from '../branding/tokens';
import { assetIdOf } from './asset-path';
import {
  BrandVersion,
  findVersion,
  listVersions,
  lockVersions,
  nextVersion,
  showVersion,
} from './versions';

export const BrandDraft = z.strictObject({ tokens: BrandTokens });

export const BrandState = z.strictObject({
  published: BrandVersion.nullable(),
  draft: BrandVersion.nullable(),
  /** Whether the plan lets it leave the platform's name out; else looks that do show it all the same. */
  mayHidePlatform: z.boolean(),
});

export const BrandHistory = z.strictObject({ versions: z.array(BrandVersion) });

export const VersionNumber = z.strictObject({ version: z.coerce.number().int().min(1) });

export async function getBranding({
  db,
  caller,
}: ControlCtx): Promise<z.output<typeof BrandState>> {
  const [published, draft] = [
    await findVersion(db, { state: 'published' }),
    await findVersion(db, { state: 'draft' }),
  ];
  return {
    published: published && showVersion(published),
    draft: draft && showVersion(draft),
    mayHidePlatform: mayHidePlatform(caller.plan),
  };
}

export async function listBrandVersions({
  db,
}: ControlCtx): Promise<z.output<typeof BrandHistory>> {
  const versions = await listVersions(db, 100);
  return { versions: versions.filter(({ state }) => state !== 'draft').map(showVersion) };
}

/** Keeps the one draft of this tenant. Nothing visible changes. */
export async function saveDraft(
  ctx: ControlCtx,
  { tokens }: z.output<typeof BrandDraft>,
): Promise<BrandVersion> {
  await requireAssets(ctx, tokens);
  await lockVersions(ctx.db);
  const draft = await findVersion(ctx.db, { state: 'draft' });
  await refuseHiding(ctx, tokens, draft);
  const stored = { tokens: writeTokens(tokens), createdBy: ctx.actor.id, createdAt: new Date() };
  if (draft) {
    await ctx.db.update(brandings).set(stored).where(eq(brandings.id, draft.id));
  } else {
    const version = await nextVersion(ctx.db);
    await ctx.db.insert(brandings).values({ ...stored, version, state: 'draft' });
  }
  const saved = await findVersion(ctx.db, { state: 'draft' });
  if (!saved) throw notFound('The draft');
  ctx.about('branding', String(saved.version));
  return showVersion(saved);
}

/** What left the platform's name out before may go on saying so; the plan decides what is shown. */
async function refuseHiding(
  { db, caller }: ControlCtx,
  { whiteLabel }: BrandTokens,
  draft: Awaited<ReturnType<typeof findVersion>>,
): Promise<void> {
  if (!whiteLabel || mayHidePlatform(caller.plan)) return;
  const before = draft ?? (await findVersion(db, { state: 'published' }));
  if (before?.tokens.whiteLabel) return;
  throw invalid(
    'tokens.whiteLabel',
    'Your plan shows the platform’s name. Choose another under Plan.',
  );
}

/** Throws the draft away. */
export async function discardDraft(ctx: ControlCtx): Promise<z.output<typeof BrandState>> {
  await lockVersions(ctx.db);
  await ctx.db.delete(brandings).where(eq(brandings.state, 'draft'));
  ctx.about('branding', null);
  return await getBranding(ctx);
}

/** Makes the draft what everybody sees. Throws `precondition` when there is none. */
export async function publishDraft(ctx: ControlCtx): Promise<BrandVersion> {
  await lockVersions(ctx.db);
  const draft = await findVersion(ctx.db, { state: 'draft' });
  if (!draft) throw new AppError('precondition', 'There is no draft to publish.');
  await ctx.db.delete(brandings).where(eq(brandings.id, draft.id));
  return await publish(ctx, draft.tokens, {});
}

/** Publishes an earlier version again, as a new one; a draft is kept. Throws `not_found`. */
export async function revertTo(
  ctx: ControlCtx,
  { version }: z.output<typeof VersionNumber>,
): Promise<BrandVersion> {
  await lockVersions(ctx.db);
  const earlier = await findVersion(ctx.db, { version });
  if (!earlier || earlier.state === 'draft') throw notFound('This version');
  return await publish(ctx, earlier.tokens, { revertedTo: version });
}

async function publish(ctx: ControlCtx, tokens: BrandTokens, detail: Record<string, unknown>) {
  const { brand } = publishBrand(tokens);
  const version = await nextVersion(ctx.db);
  await ctx.db.update(brandings).set({ state: 'retired' }).where(eq(brandings.state, 'published'));
  await ctx.db.insert(brandings).values({
    version,
    state: 'published',
    tokens: writeTokens(tokens),
    brand: { ...brand },
    createdBy: ctx.actor.id,
    publishedAt: new Date(),
  });
  ctx.about('branding', String(version), detail);
  const published = await findVersion(ctx.db, { state: 'published' });
  if (!published) throw notFound('This version');
  return showVersion(published);
}

/** A theme may show pictures of its own tenant only. */
async function requireAssets({ db }: ControlCtx, { logoPath, faviconPath }: BrandTokens) {
  for (const [field, path] of Object.entries({ logoPath, faviconPath })) {
    if (!path) continue;
    const id = assetIdOf(path);
    const found = id
      ? await db.select({ id: brandAssets.id }).from(brandAssets).where(eq(brandAssets.id, id))
      : [];
    if (found.length === 0) throw invalid(`tokens.${field}`, 'Upload the picture again.');
  }
}
