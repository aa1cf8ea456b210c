import { gt, isNull, or, type SQL } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import { membershipRoles } from '@/db/schema/control';

/** A role that still gives something; past its end it does not, cleaned up or not. */
export const stillHeld = or(
  isNull(membershipRoles.endsAt),
  gt(membershipRoles.endsAt, databaseNow),
) as SQL;
