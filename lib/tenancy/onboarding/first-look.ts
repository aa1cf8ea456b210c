import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { brandAssets } from '@/db/schema/control';
import { type AssetMediaType, assetPath } from '../brand-settings/asset-path';
import { redraw } from '../brand-settings/picture';

/** A logo as it is kept; `content` in base64. */
export interface Logo {
  id: string;
  path: string;
  mediaType: AssetMediaType;
  content: string;
}

/** Draws an uploaded logo anew before any transaction opens. Throws `invalid` on `file`. */
export async function drawLogo(file: File | undefined): Promise<Logo | null> {
  if (!file) return null;
  const { mediaType, bytes } = await redraw(new Uint8Array(await file.arrayBuffer()), 'logo');
  const id = uuidv7();
  return { id, path: assetPath(id, mediaType), mediaType, content: bytes.toString('base64') };
}

export async function keepLogo(db: ControlDb, logo: Logo): Promise<void> {
  const { id, mediaType, content } = logo;
  await db.insert(brandAssets).values({ id, kind: 'logo', mediaType, content });
}
