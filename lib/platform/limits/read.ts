import { desc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { limitOverrides } from '@/db/schema/control';
import { limitNames } from '../../billing/limit-names';
import type { OverrideView } from './shapes';

const shown = 50;

/** What staff said of limits of a tenant, newest first. */
export async function listOverrides(
  db: ControlDb,
  tenantId: string,
): Promise<z.input<typeof OverrideView>[]> {
  const { tenantId: of, ...o } = limitOverrides;
  const found = await db
    .select({
      ...{ id: o.id, name: o.name, max: o.max, reason: o.reason, byName: o.byName },
      ...{ createdAt: o.createdAt, endsAt: o.endsAt, endedAt: o.endedAt },
      ...{ endedByName: o.endedByName, endReason: o.endReason },
      holds: sql<boolean>`${o.endedAt} is null and (${o.endsAt} is null or ${o.endsAt} > now())`,
    })
    .from(limitOverrides)
    .where(eq(of, tenantId))
    .orderBy(desc(o.createdAt), desc(o.id))
    .limit(shown);
  return found.flatMap((one) => {
    // A release that took one back may have known more limits.
    const name = limitNames.find((known) => known === one.name);
    return name ? [{ ...one, name }] : [];
  });
}
