import type { ControlDb } from '@/db/control';
import { permissionsOfBuiltIn } from '../../access/rights';
import type { TenantFacts } from '../../doors/caller';
import type { Account } from '../../identity/accounts';
import { emailKey } from '../../identity/email';
import { inviteMember } from '../../identity/invitations';

interface First {
  emails: string[];
  tenant: TenantFacts;
  owner: Account;
  roleId: string;
}

/** Invites the founder's colleagues in the transaction that opens the tenant. */
export async function inviteAll(db: ControlDb, first: First): Promise<void> {
  const { emails, tenant, owner, roleId } = first;
  const others = new Map(emails.map((email) => [emailKey(email), email]));
  others.delete(owner.emailKey);
  const inviting = {
    db,
    tenant,
    actor: { kind: 'user', id: owner.id, name: owner.name } as const,
    caller: { user: owner, permissions: permissionsOfBuiltIn('admin') },
  };
  for (const email of others.values()) await inviteMember(inviting, { email, roleId });
}
