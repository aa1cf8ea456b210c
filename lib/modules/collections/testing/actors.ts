import { v7 as uuidv7 } from 'uuid';
import { withControl } from '@/db/control';
import { tenantModules } from '@/db/schema/control';
import { mintControlScope } from '@/db/scope';
import { invoke } from '@/lib/doors/callable';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import type { Value } from '@/lib/fields/value';
import { collectionProcedures } from '../collections/procedures';
import { fieldProcedures } from '../fields/procedures';
import type { Field, FieldOptions, FieldType } from '../fields/shapes';

export interface FieldSpec {
  name: string;
  type: FieldType;
  options?: FieldOptions;
  required?: boolean;
  unique?: boolean;
  default?: Value;
}

/** A collection with these fields, made through the real doors; `key` of each field by its name. */
export async function mintCollection(member: TestMember, name: string, specs: FieldSpec[]) {
  const { id } = await invoke(collectionProcedures.create, { name }, member.call());
  const fields: Record<string, Field> = {};
  for (const spec of specs) {
    fields[spec.name] = await invoke(
      fieldProcedures.create,
      { collectionId: id, ...spec },
      member.call(),
    );
  }
  return { id, fields };
}

/** Turns the module off for a tenant. */
export const turnOff = ({ tenantId }: TestTenant) =>
  withControl(mintControlScope({ tenantId, actorId: null, requestId: uuidv7() }), (db) =>
    db.insert(tenantModules).values({ module: 'collections', enabled: false }),
  );

/** The four cases every procedure answers alike: foreign id, weak role, module off, nobody. */
export interface Actors {
  world: World;
  tenant: TestTenant;
  admin: TestMember;
  basic: TestMember;
  guest: TestMember;
  stranger: TestMember;
}

export async function mintActors(world: World): Promise<Actors> {
  const tenant = await world.tenant();
  const other = await world.tenant();
  return {
    world,
    tenant,
    admin: await world.member(tenant, 'admin'),
    basic: await world.member(tenant, 'basic'),
    guest: await world.member(tenant, 'guest'),
    stranger: await world.member(other, 'admin'),
  };
}
