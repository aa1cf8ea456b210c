import { z } from 'zod';
import { isSigned, signText } from './keys';
import { damaged } from './sealing';

const ArchivedTable = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  /** Sum of row hashes at the moment of the snapshot, without the tenant's id. */
  checksum: z.string(),
  /** SHA-256 of the rows' text, hexadecimal. */
  digest: z.string(),
});
export type ArchivedTable = z.output<typeof ArchivedTable>;

const ArchivedFile = z.strictObject({
  id: z.uuid(),
  sizeBytes: z.number().int(),
  digest: z.string(),
});
export type ArchivedFile = z.output<typeof ArchivedFile>;

/** What an archive says of itself, in its last entry and signed. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  archiveId: z.uuid(),
  tenantId: z.uuid(),
  takenAt: z.iso.datetime(),
  /** Postgres's name for the moment: `xmin:xmax:xip_list`. */
  snapshot: z.string(),
  tables: z.array(ArchivedTable),
  files: z.array(ArchivedFile),
  /** Files whose row was there and whose bytes were not. */
  missingFiles: z.array(z.uuid()),
});
export type Manifest = z.output<typeof Manifest>;

export const SignedManifest = z.strictObject({ manifest: z.string(), signature: z.string() });
export type SignedManifest = z.output<typeof SignedManifest>;

export function signManifest(manifest: Manifest): SignedManifest {
  const text = JSON.stringify(manifest);
  return { manifest: text, signature: signText(text) };
}

/** Throws `precondition` unless this installation signed it for that archive of that tenant. */
export function verifyManifest(
  { manifest: text, signature }: SignedManifest,
  { archiveId, tenantId }: { archiveId: string; tenantId: string },
): Manifest {
  if (!isSigned(text, signature)) throw damaged('its signature is not ours');
  const manifest = Manifest.parse(JSON.parse(text));
  if (manifest.archiveId !== archiveId || manifest.tenantId !== tenantId) {
    throw damaged('its manifest belongs to another archive');
  }
  return manifest;
}
