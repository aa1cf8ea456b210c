import { gt, isNull, or, type SQL } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import { teamRoles } from '@/db/schema/control';

/** A role over a team that still gives something. */
export const stillHeldOverTeam = or(
  isNull(teamRoles.endsAt),
  gt(teamRoles.endsAt, databaseNow),
) as SQL;
