import { v7 as uuidv7 } from 'uuid';
import { teamsProcedures } from '@/lib/access/teams/procedures';
import { invoke } from '@/lib/doors/callable';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '@/lib/doors/testing';
import { isAppError } from '@/lib/errors';
import { attachmentProcedures } from '@/lib/modules/collections/attachments/procedures';
import { commentProcedures } from '@/lib/modules/collections/comments/procedures';
import { importProcedures } from '@/lib/modules/collections/imports/procedures';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import { rulesProcedures } from '@/lib/modules/collections/rules/procedures';
import type { Rules } from '@/lib/modules/collections/rules/shapes';
import { mintCollection } from '@/lib/modules/collections/testing/actors';
import { type ExportLink, exporting } from '@/lib/modules/collections/testing/exporting';
import { importing } from '@/lib/modules/collections/testing/importing';
import { viewProcedures } from '@/lib/modules/collections/views/procedures';
import { invokePatiently } from './patiently';
import type { RuleStage } from './rule-calls';
import type { RuledCollection, RuledField, RuledMember, RuledRecord } from './rule-model';

export interface StageMember extends RuledMember {
  name: string;
  call: TestMember['call'];
}

/** Two collections that lead to each other, people of several roles, and ways to look behind. */
export type Stage = Awaited<ReturnType<typeof openStage>>;

const rights = ['read', 'write', 'comment', 'import', 'export'].map(
  (verb) => `records.${verb}` as const,
);

export async function openStage() {
  const world = await openWorld();
  const tenant = await world.tenant();
  const admin = await world.member(tenant, 'admin');
  const roles = [await ownRole(world, tenant), await ownRole(world, tenant)];
  const [one, two] = roles;
  const members = [
    await memberOf(world, { tenant, name: 'one', roles: one ? [one] : [] }),
    await memberOf(world, { tenant, name: 'two', roles: two ? [two] : [] }),
    await memberOf(world, { tenant, name: 'both', roles }),
  ];
  await joinTeams(admin, members, roles);
  const others = await mint(admin, 'Targets', []);
  const link = {
    name: 'Hushlink',
    type: 'relation' as const,
    options: { targetId: others.id, many: true },
  };
  const papers = { name: 'Hushpapers', type: 'file' as const };
  const things = await mint(admin, 'Things', [link, papers]);
  const kept = { world, tenant, admin, members, things, others };
  await fill(kept);
  const recordsNow = async () =>
    await world.rowsOf<RuledRecord & Record<string, unknown>>(
      tenant,
      `select id, collection_id "collectionId", created_by "createdBy", data, deleted_at::text "deletedAt"
       from records where tenant_id = $1 order by id`,
      [tenant.tenantId],
    );
  const shared = await importAndView(kept);
  const exported = new Map<string, ExportLink[]>();
  return {
    ...kept,
    roleKeys: roles.map(({ key }) => key),
    recordsNow,
    /** What only this value of this record holds; nothing where there is none. */
    tokenOf: ({ data }: RuledRecord, { key, type }: RuledField): string | null => {
      const value = data[key];
      if (type === 'file') return Array.isArray(value) ? nameIn(String(value[0])) : null;
      const holds = (type === 'text' || type === 'number') && value !== null && value !== undefined;
      return holds ? String(value).toLowerCase() : null;
    },
    commentOf: ({ id }: RuledRecord) => commentFor(id),
    setRules: async (collection: RuledCollection, rules: Rules) => {
      await invokePatiently(
        rulesProcedures.save,
        { collectionId: collection.id, rules },
        admin.call(),
      );
      collection.rules = rules;
    },
    /** Has a file made for a member by the rules of now; the one before stays, made by earlier ones. */
    exportFor: async (member: StageMember) => {
      const link = await exportOf(kept, member);
      const before = exported.get(member.userId) ?? [];
      if (link) exported.set(member.userId, [...before.slice(-1), link]);
    },
    about: async (
      target: RuledRecord,
      { token, member }: { token: string; member: StageMember },
    ): Promise<RuleStage> => ({
      ...{ things, others, target, token, userId: member.userId },
      ...shared,
      exportLinks: exported.get(member.userId) ?? [],
      records: await recordsNow(),
      ...(await idsOf(kept, target, member)),
    }),
  };
}

type Kept = {
  world: World;
  tenant: TestTenant;
  admin: TestMember;
  members: StageMember[];
  things: RuledCollection;
  others: RuledCollection;
};

const commentFor = (id: string) => `remark ${id.slice(-12)}`;

async function ownRole(world: World, tenant: TestTenant) {
  const id = await mintRole(tenant, rights);
  const [row] = await world.database.query<{ key: string }>(
    'select key from control.roles where id = $1',
    [id],
  );
  return { id, key: row?.key ?? '' };
}

async function memberOf(
  world: World,
  {
    tenant,
    name,
    roles,
  }: { tenant: TestTenant; name: string; roles: { id: string; key: string }[] },
): Promise<StageMember> {
  const { userId, call } = await world.member(tenant, 'guest');
  await world.database.query(
    `with m as (select id, tenant_id from control.memberships where user_id = $1),
      gone as (delete from control.membership_roles r using m where r.membership_id = m.id)
     insert into control.membership_roles (id, tenant_id, membership_id, role_id)
     select gen_random_uuid(), m.tenant_id, m.id, role from m, unnest($2::uuid[]) role`,
    [userId, roles.map(({ id }) => id)],
  );
  return { name, userId, call, roles: roles.map(({ key }) => key), near: [], over: [] };
}

/**
 * North, led by the first with the third beside them, and South below it with the second, who has
 * the first one's role over all of North.
 */
async function joinTeams(
  admin: TestMember,
  members: StageMember[],
  roles: { id: string; key: string }[],
) {
  const [one, two, both] = members;
  const [role] = roles;
  if (!one || !two || !both || !role) throw new Error('teams want three members and a role');
  const { create, addMembers, setLead, giveRole } = teamsProcedures;
  const { id: north } = await invoke(create, { name: 'North' }, admin.call());
  const { id: south } = await invoke(create, { name: 'South', parentId: north }, admin.call());
  const userIds = [one.userId, both.userId];
  await invoke(addMembers, { id: north, userIds }, admin.call());
  await invoke(addMembers, { id: south, userIds: [two.userId] }, admin.call());
  await invoke(setLead, { id: north, userId: one.userId, lead: true }, admin.call());
  const over = { id: north, userId: two.userId, roleId: role.id, reason: 'Looks after them' };
  await invoke(giveRole, over, admin.call());
  one.near = [one.userId, both.userId, two.userId];
  both.near = [one.userId, both.userId];
  two.near = [two.userId];
  two.over = [{ key: role.key, people: [one.userId, both.userId, two.userId] }];
}

async function mint(
  admin: TestMember,
  name: string,
  more: Parameters<typeof mintCollection>[2],
): Promise<RuledCollection> {
  const made = await mintCollection(admin, name, [
    { name: `Hushname${name}`, type: 'text' },
    { name: `Hushnote${name}`, type: 'text' },
    { name: `Hushscore${name}`, type: 'number' },
    { name: `Hushowner${name}`, type: 'person' },
    ...more,
  ]);
  const rule = { see: 'all', change: 'all', remove: 'all', create: true, fields: {} } as const;
  const rules = { roles: {}, others: rule };
  return { id: made.id, fields: Object.values(made.fields), rules };
}

const perMember = 3;

/** Records of everybody, assigned to everybody, some with remarks and some in the trash. */
async function fill({ admin, members, things, others }: Kept) {
  const makers = [admin, ...members];
  const owners = [null, ...members.map(({ userId }) => userId)];
  const linked: string[] = [];
  let n = 0;
  for (const collection of [others, things]) {
    const [title, note, score, owner, link] = collection.fields.map(({ key }) => key);
    const papers = collection.fields.find(({ type }) => type === 'file');
    for (const maker of makers) {
      for (let i = 0; i < perMember; i++) {
        n++;
        const data = {
          [title ?? '']: `title${uuidv7().slice(-9)}`,
          [note ?? '']: `note${uuidv7().slice(-9)}`,
          [score ?? '']: 7_310_000 + n * 7,
          [owner ?? '']: owners[n % owners.length] ?? null,
          ...(link && { [link]: [linked[n % linked.length], linked[(n * 5) % linked.length]] }),
          ...(papers && { [papers.key]: [await paperOf(maker, papers)] }),
        };
        const { id } = await invoke(
          recordProcedures.create,
          { collectionId: collection.id, data },
          maker.call(),
        );
        if (collection === others) linked.push(id);
        const place = { collectionId: collection.id, recordId: id };
        const body = commentFor(id);
        await invoke(commentProcedures.create, { ...place, body }, maker.call());
        const gone = { collectionId: collection.id, ids: [id] };
        if (n % 4 === 0) await invoke(recordProcedures.delete, gone, maker.call());
      }
    }
  }
}

/** A file that says its own name, as its field holds it. */
async function paperOf(maker: Pick<TestMember, 'call'>, { id: fieldId }: RuledField) {
  const name = `paper${uuidv7().slice(-9)}.txt`;
  const file = new File([`This is ${name}.`], name, { type: 'text/plain' });
  return (await invoke(attachmentProcedures.upload, { fieldId, file }, maker.call())).value;
}

const nameIn = (held: string) => held.slice(held.indexOf('/') + 1).toLowerCase();

async function importAndView({ admin, tenant, things }: Kept) {
  const [title] = things.fields;
  const works = importing({ admin, tenant });
  const lines = [`"${title?.name}"`, ...[1, 2].map(() => `title${uuidv7().slice(-9)}`)];
  const { import: draft } = await works.draftOf(lines.join('\n'), { collectionId: things.id });
  await works.run(draft.id);
  const { file } = await invoke(importProcedures.get, { importId: draft.id }, admin.call());
  const filters = things.fields
    .filter(({ type }) => type === 'text')
    .map(({ key }) => ({ field: key, op: 'is_not_empty' as const }));
  const view = { collectionId: things.id, name: 'Everybody', shared: true, state: { filters } };
  const { id: viewId } = await invoke(viewProcedures.create, view, admin.call());
  return { importId: draft.id, fileId: file.id, viewId };
}

/** None where the collection is nothing to the member. */
async function exportOf({ world, tenant, things }: Kept, member: StageMember) {
  const open = `update record_exports set state = 'failed'
    where tenant_id = $1 and state in ('queued', 'running')`;
  await world.rowsOf(tenant, open, [tenant.tenantId]);
  try {
    return await exporting(tenant, things.id).made(member);
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return null;
    throw error;
  }
}

/** Ids that stand beside a record, read behind the product's back. */
async function idsOf({ world, tenant }: Kept, { id }: RuledRecord, { userId }: StageMember) {
  const of = async (text: string, values: string[]) =>
    (await world.rowsOf<{ id: string }>(tenant, text, values))[0]?.id ?? uuidv7();
  return {
    attachmentId: await of(`select id from files where record_id = $1 and purpose = 'attachment'`, [
      id,
    ]),
    commentId: await of('select id from record_comments where record_id = $1', [id]),
    entryId: await of('select id from change_log where row_id = $1 order by at desc limit 1', [id]),
    requestId: await of(
      'select request_id id from change_log where actor_id = $1 order by at desc limit 1',
      [userId],
    ),
  };
}
