import { sql } from 'drizzle-orm';
import { lookUp } from '../control';

export type CountedMeter = 'requests' | 'computing' | 'database';

/** Something that was used, by an id of its own: told twice, it counts once. */
export interface UsageEvent {
  id: string;
  tenantId: string;
  at: string;
  meter: CountedMeter;
  quantity: number;
  actorId: string | null;
  tokenId: string | null;
  module: string | null;
}

/** Enters events of any tenants in one statement. Safe to repeat. Throws `DbError`. */
export async function noteUsage(events: readonly UsageEvent[]): Promise<void> {
  await lookUp(sql`select control.note_usage(${JSON.stringify(events)}::jsonb)`, 'write');
}
