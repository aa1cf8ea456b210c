import { invoke } from '@/lib/doors/callable';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import type { NameServer } from '@/lib/egress/testing/name-server';
import type { EmailDomainView } from '../claims';
import { emailDomainProcedures } from '../procedures';

const { add, check, change } = emailDomainProcedures.emailDomains;

/** Sets the record that a claim asks for. */
export const publish = (names: NameServer, { record }: Pick<EmailDomainView, 'record'>): void => {
  names.texts.set(record.name, [...(names.texts.get(record.name) ?? []), record.value]);
};

/** A domain of a tenant, proven; with a role people join by it. */
export async function provenDomain(
  names: NameServer,
  by: TestMember,
  { domain, roleId }: { domain: string; roleId?: string },
): Promise<EmailDomainView> {
  const claim = await invoke(add, { domain }, by.call());
  publish(names, claim);
  const proven = await invoke(check, { id: claim.id }, by.call());
  if (!roleId) return proven;
  return await invoke(change, { id: claim.id, joins: true, roleId }, by.call());
}

/** Lets the last proof of a domain be so many hours older. */
export const ageProof = (world: World, { poolId }: TestTenant, domain: string, hours: number) =>
  world.database.query(
    `update control.email_domain_holders set proven_at = proven_at - make_interval(hours => $3)
     where pool_id = $1 and domain = $2`,
    [poolId, domain, hours],
  );
