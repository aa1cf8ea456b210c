import type { ControlDb } from '@/db/control';
import { noteRoleChanges } from '../../access/roles/note-changes';
import type { Account } from '../accounts';
import { holdOpenDomain, type OpenDomain } from '../domains/open-domain';
import { revokeUnanswered } from '../invitations';
import { joinTenant } from '../memberships';
import { wasHere } from './was-here';

/** Why nobody became a member: no domain is open to that address, or the person was here before. */
export interface NotJoined {
  not: 'shut' | 'returning';
}

/**
 * Makes an account whose address was just proven a member, in the role of its domain. What it answers
 * besides is for the caller to refuse with, and so to roll back. Throws `conflict` for a member,
 * `limit` when every seat is taken.
 */
export async function joinByDomain(
  db: ControlDb,
  tenantId: string,
  { id: userId, email }: Pick<Account, 'id' | 'email'>,
): Promise<OpenDomain | NotJoined> {
  const open = await holdOpenDomain(db, email);
  if (!open) return { not: 'shut' };
  const { domain, role } = open;
  await joinTenant(db, { userId, roleId: role.id });
  // After it: a removal that this waited for is seen by now.
  if (await wasHere(db, tenantId, { id: userId, email })) return { not: 'returning' };
  await noteRoleChanges(db, [{ userId, kind: 'given', role, endsAt: null }], {
    byName: domain,
    reason: 'Joined by e-mail domain',
  });
  await revokeUnanswered(db, email);
  return open;
}
