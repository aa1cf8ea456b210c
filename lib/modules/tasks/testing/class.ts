import { v7 as uuidv7 } from 'uuid';
import { invoke } from '@/lib/doors/callable';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import { tasksProcedures } from '../procedures';
import type { Target } from '../shapes';

const { tasks } = tasksProcedures;

/** A class: who gives and reviews, who gets tasks, who may see their own alone, and somebody elsewhere. */
export interface Class {
  world: World;
  tenant: TestTenant;
  teacher: TestMember;
  pupil: TestMember;
  other: TestMember;
  guest: TestMember;
  stranger: TestMember;
}

export async function mintClass(world: World): Promise<Class> {
  const tenant = await world.tenant();
  const elsewhere = await world.tenant();
  return {
    world,
    tenant,
    teacher: await world.member(tenant, 'advanced'),
    pupil: await world.member(tenant, 'basic'),
    other: await world.member(tenant, 'basic'),
    guest: await world.member(tenant, 'guest'),
    stranger: await world.member(elsewhere, 'admin'),
  };
}

interface Wish {
  title?: string;
  dueAt?: string | null;
  takesText?: boolean;
  takesFiles?: boolean;
  reviewed?: boolean;
}

/** A task that takes text and is reviewed, unless said otherwise; answers its id. */
export async function giveTask(by: TestMember, targets: Target[], wish: Wish = {}) {
  const draft = { title: 'Essay', dueAt: null, takesText: true, ...wish, targets };
  return (await invoke(tasks.create, draft, by.call())).id;
}

export const toPerson = ({ userId }: TestMember): Target => ({ kind: 'person', userId });

/** A team with these members; answers its id. */
export async function mintTeam(
  { world, tenant }: Pick<Class, 'world' | 'tenant'>,
  members: readonly TestMember[],
  parentId: string | null = null,
): Promise<string> {
  const id = uuidv7();
  await world.database.query(
    `insert into control.teams (tenant_id, id, name, name_key, parent_id)
     values ($1, $2, $3, $3, $4)`,
    [tenant.tenantId, id, `team-${id.slice(-12)}`, parentId],
  );
  for (const { userId } of members) await joinTeam({ world, tenant }, id, userId);
  return id;
}

export const joinTeam = (
  { world, tenant }: Pick<Class, 'world' | 'tenant'>,
  teamId: string,
  userId: string,
) =>
  world.database.query(
    `insert into control.team_members (tenant_id, id, team_id, user_id)
     values ($1, app.uuid7(), $2, $3)`,
    [tenant.tenantId, teamId, userId],
  );

/** A role that holds over one team alone. */
export const giveRoleOver = (
  { world, tenant }: Pick<Class, 'world' | 'tenant'>,
  teamId: string,
  { userId, roleId }: { userId: string; roleId: string },
) =>
  world.database.query(
    `insert into control.team_roles (tenant_id, id, team_id, user_id, role_id)
     values ($1, app.uuid7(), $2, $3, $4)`,
    [tenant.tenantId, teamId, userId, roleId],
  );

/** A time so many days from now. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

export const codeOf = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );
