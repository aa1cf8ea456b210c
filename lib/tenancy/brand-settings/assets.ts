import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { brandAssets } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { AssetPath } from '../branding/tokens';
import { assetPath } from './asset-path';
import { maxUploadBytes, pictureKinds, redraw } from './picture';

export const PictureUpload = z.strictObject({
  kind: z.enum(pictureKinds),
  file: z.file().max(maxUploadBytes, 'The picture is larger than 4 MB. Make it smaller.'),
});

export const UploadedPicture = z.strictObject({
  path: AssetPath,
  width: z.number().int(),
  height: z.number().int(),
  sizeBytes: z.number().int(),
});

export const BrandAsset = z.strictObject({
  mediaType: z.enum(['image/png', 'image/webp']),
  /** Base64. */
  content: z.string(),
});

/** Stores a picture for use in a draft. Decoding takes its time outside the transaction. */
export async function uploadPicture(
  ctx: ControlCtx,
  { kind, file }: z.output<typeof PictureUpload>,
): Promise<z.input<typeof UploadedPicture>> {
  const { mediaType, bytes, width, height } = await redraw(
    new Uint8Array(await file.arrayBuffer()),
    kind,
  );
  return await ctx.transact(async (db) => {
    const [stored] = await db
      .insert(brandAssets)
      .values({ kind, mediaType, content: bytes.toString('base64') })
      .returning({ id: brandAssets.id });
    if (!stored) throw notFound('The picture');
    ctx.about('brand_asset', stored.id, { kind, sizeBytes: bytes.length });
    return { path: assetPath(stored.id, mediaType), width, height, sizeBytes: bytes.length };
  });
}

/** A picture of this tenant, for anybody who may see its sign-in page. */
export async function getAsset(
  ctx: ControlCtx,
  { id }: { id: string },
): Promise<z.input<typeof BrandAsset>> {
  const [asset] = await ctx.db
    .select({ mediaType: brandAssets.mediaType, content: brandAssets.content })
    .from(brandAssets)
    .where(eq(brandAssets.id, id));
  if (!asset) throw notFound('This picture');
  return { ...asset, mediaType: asset.mediaType === 'image/webp' ? 'image/webp' : 'image/png' };
}
