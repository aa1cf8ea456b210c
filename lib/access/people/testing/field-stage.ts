import type { z } from 'zod';
import type { CustomValuesChange, NewCustomField } from '@/lib/custom-fields/shapes';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { memberFieldProcedures as fields } from '../member-field-procedures';

type More = Partial<z.input<typeof NewCustomField>>;
type Change = z.input<typeof CustomValuesChange>;

interface People {
  a: TestTenant;
  admin: TestMember;
  basic: TestMember;
  other: TestMember;
  stranger: TestMember;
}

/** A tenant whose members have fields, anew after each `begin`. */
export async function openFieldStage() {
  const world = await openWorld();
  let people: People;
  const idOf = (who: TestMember) => membershipOf(world, people.a, who);
  const fill = async (who: TestMember, change: Change, by = people.admin) =>
    invoke(fields.fill, { id: await idOf(who), ...change }, by.call());
  const read = async (who: TestMember, by = people.admin) =>
    invoke(fields.get, { id: await idOf(who) }, by.call());
  return {
    ...{ world, idOf, fill, read },
    begin: async () => {
      people = await mint(world);
      return people;
    },
    make: (name: string, more: More = {}, by = people.admin) =>
      invoke(fields.create, { name, type: 'text', ...more }, by.call()),
    /** By somebody who saw what is there. */
    put: async (who: TestMember, changes: Change['changes']) =>
      fill(who, { changes, version: (await read(who)).version }),
    stored: () =>
      world.rowsOf<{ thing_id: string; data: Record<string, unknown> }>(
        people.a,
        'select thing_id, data from custom_values where tenant_id = $1 order by thing_id',
        [people.a.tenantId],
      ),
  };
}

async function mint(world: World): Promise<People> {
  const a = await world.tenant();
  return {
    a,
    admin: await world.member(a, 'admin'),
    basic: await world.member(a, 'basic'),
    other: await world.member(a, 'basic'),
    stranger: await world.member(await world.tenant(), 'admin'),
  };
}

async function membershipOf(world: World, { tenantId }: TestTenant, { userId }: TestMember) {
  const [row] = await world.database.query<{ id: string }>(
    'select id from control.memberships where tenant_id = $1 and user_id = $2',
    [tenantId, userId],
  );
  return row?.id ?? '';
}
