import { sql } from 'drizzle-orm';
import { memberships } from '@/db/schema/control';
import type { TeamFacts } from './facts';

/** What a member's teams bring near, in a question about memberships. */
export const teamsOfMember = sql<TeamFacts | null>`control.teams_of(${memberships.tenantId}, ${memberships.userId})`;
