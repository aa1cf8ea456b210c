import sharp from 'sharp';
import { z } from 'zod';
import type { ControlCtx } from '../../doors/ctx';
import { colorsOfPixels } from '../branding/logo-colors';
import { proposalsOf } from '../branding/proposals';
import { HexColor } from '../branding/tokens';
import { getAsset } from './assets';

export const Proposals = z.strictObject({
  proposals: z.array(
    z.strictObject({
      color: HexColor,
      passing: HexColor,
      accent: HexColor.nullable(),
      share: z.number().min(0).max(1),
    }),
  ),
});

const side = 96;

/** Colours to take from a picture of this tenant. */
export async function proposeColors(
  ctx: ControlCtx,
  picture: { id: string },
): Promise<z.input<typeof Proposals>> {
  const { content } = await getAsset(ctx, picture);
  const pixels = await sharp(Buffer.from(content, 'base64'))
    .resize({
      width: side,
      height: side,
      fit: 'inside',
      withoutEnlargement: true,
      kernel: 'nearest',
    })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  return { proposals: proposalsOf(colorsOfPixels(pixels)) };
}
