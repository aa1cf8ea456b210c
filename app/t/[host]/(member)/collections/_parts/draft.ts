import type { MemberDoor } from '@/lib/doors/page';
import { importProcedures } from '@/lib/modules/collections/imports/procedures';
import type { Draft } from '@/lib/modules/collections/imports/shapes';

export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The import an address names, for a wizard that goes on where it was. */
export async function draftInAddress(
  door: MemberDoor,
  importId: string | undefined,
): Promise<Draft | null> {
  if (!importId || !uuid.test(importId)) return null;
  return await door.call(importProcedures.preview, { importId });
}
