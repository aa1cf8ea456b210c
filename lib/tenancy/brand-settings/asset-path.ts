const extensions = { 'image/png': 'png', 'image/webp': 'webp' } as const;

export type AssetMediaType = keyof typeof extensions;

/** Path of a brand picture on its tenant's host. The id never changes what it names. */
export const assetPath = (id: string, mediaType: AssetMediaType) =>
  `/brand/${id}.${extensions[mediaType]}`;

const shape =
  /^\/brand\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.(?:png|webp)$/;

/** The asset a path names; null for any other path. */
export const assetIdOf = (path: string): string | null => shape.exec(path)?.[1] ?? null;
