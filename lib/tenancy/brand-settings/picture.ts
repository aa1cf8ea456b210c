import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { invalid } from '../../errors';
import type { AssetMediaType } from './asset-path';

export const pictureKinds = ['logo', 'favicon'] as const;
export type PictureKind = (typeof pictureKinds)[number];

export const maxUploadBytes = 4 * 1024 * 1024;
const maxStoredBytes = 256 * 1024;
const maxSide = 6000;

/** Largest size kept, pixels; twice what pages show, for dense screens. */
const frames = { logo: { width: 640, height: 192 }, favicon: { width: 128, height: 128 } };

export interface Picture {
  mediaType: AssetMediaType;
  bytes: Buffer;
  width: number;
  height: number;
}

/**
 * Decodes an uploaded PNG, JPEG or WebP and draws it anew, so that nothing of the upload survives
 * but its pixels. Throws `invalid` on `file` for anything else, for broken and for huge pictures.
 */
export async function redraw(upload: Uint8Array, kind: PictureKind): Promise<Picture> {
  requireRaster(upload);
  const source = sharp(upload, { limitInputPixels: maxSide * maxSide, failOn: 'error' });
  try {
    const { width, height } = await source.metadata();
    if (width > maxSide || height > maxSide) throw tooLarge();
    const drawn = source
      .rotate()
      .resize({ ...frames[kind], fit: 'inside', withoutEnlargement: true });
    return await encode(drawn);
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw tooLarge();
    if (error instanceof Error && error.name === 'AppError') throw error;
    throw invalid('file', 'This picture is damaged. Save it again as PNG and upload that.');
  }
}

const tooLarge = () =>
  invalid('file', `This picture is larger than ${maxSide} pixels on a side. Make it smaller.`);

async function encode(drawn: Sharp): Promise<Picture> {
  const png = await drawn
    .clone()
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  if (png.data.length <= maxStoredBytes) return describe('image/png', png);
  for (const quality of [90, 75, 55]) {
    const webp = await drawn.clone().webp({ quality }).toBuffer({ resolveWithObject: true });
    if (webp.data.length <= maxStoredBytes) return describe('image/webp', webp);
  }
  throw invalid('file', 'This picture has too much detail for a logo. Use a simpler one.');
}

const describe = (
  mediaType: AssetMediaType,
  { data, info }: { data: Buffer; info: OutputInfo },
): Picture => ({ mediaType, bytes: data, width: info.width, height: info.height });

/** Looks at the first bytes, never at the name or the type the browser claims. */
function requireRaster(upload: Uint8Array) {
  const head = Buffer.from(upload.subarray(0, 512));
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  const isPng = starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const isJpeg = starts(0xff, 0xd8, 0xff);
  const isWebp =
    head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP';
  if (isPng || isJpeg || isWebp) return;
  if (/<svg|<\?xml|<!doctype/i.test(head.toString('utf8'))) {
    throw invalid('file', 'SVG files can carry scripts. Upload a PNG, JPEG or WebP.');
  }
  throw invalid('file', 'Upload a PNG, JPEG or WebP picture.');
}
