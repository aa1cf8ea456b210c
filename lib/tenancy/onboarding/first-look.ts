import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { brandAssets } from '@/db/schema/control';
import { assetPath } from '../brand-settings/asset-path';
import { type Picture, redraw } from '../brand-settings/picture';

export interface Logo extends Picture {
  id: string;
  path: string;
}

/** Draws an uploaded logo anew before any transaction opens. Throws `invalid` on `file`. */
export async function drawLogo(file: File | undefined): Promise<Logo | null> {
  if (!file) return null;
  const picture = await redraw(new Uint8Array(await file.arrayBuffer()), 'logo');
  const id = uuidv7();
  return { ...picture, id, path: assetPath(id, picture.mediaType) };
}

export async function keepLogo(db: ControlDb, { id, mediaType, bytes }: Logo): Promise<void> {
  await db
    .insert(brandAssets)
    .values({ id, kind: 'logo', mediaType, content: bytes.toString('base64') });
}
