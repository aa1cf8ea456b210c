import { invoke } from '@/lib/doors/callable';
import type { TestMember, World } from '@/lib/doors/testing';
import type { NameServer } from '@/lib/egress/testing/name-server';
import type { DomainView } from '../claims';
import { domainProcedures } from '../procedures';

const { add, check } = domainProcedures;

/** Where custom hosts lead in tests. */
export const target = 'rowhouse.localhost';

/** Sets the record that proves a domain. */
export const publishProof = (names: NameServer, { proof }: Pick<DomainView, 'proof'>): void => {
  names.texts.set(proof.name, [...(names.texts.get(proof.name) ?? []), proof.value]);
};

/** A domain of a tenant with both its records. */
export async function liveDomain(
  names: NameServer,
  by: TestMember,
  host: string,
): Promise<DomainView> {
  const claim = await invoke(add, { host }, by.call());
  publishProof(names, claim);
  names.aliases.set(host, target);
  return await invoke(check, { id: claim.id }, by.call());
}

/** Lets the last proof of a host, looks at it and what keeps it closed be so many hours older. */
export const ageHost = (world: World, host: string, hours: number) =>
  world.database.query(
    `with looks as (update control.domains set checked_at = checked_at - make_interval(hours => $2)
       where host = $1)
     update control.hosts set proven_at = proven_at - make_interval(hours => $2),
       free_at = free_at - make_interval(hours => $2) where host = $1`,
    [host, hours],
  );
