import { v7 as uuidv7 } from 'uuid';
import { run } from '@/lib/archives/testing/run';
import { sessionCookie } from '@/lib/identity/cookies';
import { newToken } from '@/lib/identity/secrets';
import { givePassword } from '@/lib/identity/testing';
import { router } from '@/lib/router';
import { fullExportsProcedures } from '@/lib/tenancy/backups/procedures';
import { mintTicket, type ReservedIds } from '@/lib/tenancy/opening/ticket';
import { invoke } from '../callable';
import type { TestMember, TestTenant, World } from '../testing';
import { plantAccess } from './access';
import { ask, type Visitor } from './ask';
import { plantCredentials } from './credentials';
import { plantDomain } from './domains';
import { plantEmailDomain } from './email-domains';
import { plantGrants } from './grants';
import type { Ids, Samples } from './ids';
import { plantMails } from './mails';
import { plantMemberFields } from './member-fields';
import { idNamesOf, madeIdName, tableOf } from './names';
import { otherTier } from './overrides';
import { plantPasskey } from './passkeys';
import { plantPlans } from './plans';
import { plantPool } from './pool-joins';
import { plantRecordExports } from './record-exports';
import { sampleOf } from './sample';
import { placeOf, type Subject } from './subject';
import { plantTasks } from './tasks';
import { plantUserPlans } from './user-plans';
import { plantWebhook } from './webhooks';

/** A tenant with at least one row of everything, each row bearing its canary. */
export interface House extends Samples {
  tenant: TestTenant;
  admin: Visitor;
  guest: Visitor;
  /** The admin's API token, and what their API client has from signing in. */
  bearer: string;
  client: string;
}

/**
 * Mints a tenant and fills it through the operations that make things, whichever there are, so that
 * a new module's ids are known here as soon as it can make one.
 */
export async function prepareHouse(world: World, subjects: Subject[]): Promise<House> {
  const tenant = await world.tenant();
  const admin = await world.member(tenant, 'admin', { email: `admin-${tenant.slug}@example.com` });
  const member = await world.member(tenant, 'basic', { email: `basic-${tenant.slug}@example.com` });
  const guest = await world.member(tenant, 'guest', { email: `guest-${tenant.slug}@example.com` });
  await givePassword(world, tenant, admin.userId);
  const house: House = {
    tenant,
    canary: `canary-${tenant.slug.slice(2)}`,
    ids: await coreIds(world, tenant, { admin, member }),
    admin: visitorOf(tenant, admin),
    guest: visitorOf(tenant, guest),
    bearer: newToken(),
    client: newToken(),
  };
  await plantAccess(world, house, admin.userId);
  await plantCredentials(world, house, admin.userId);
  await plantArchives(world, house);
  await plantExport(world, { house, by: admin });
  const wishes = [plantMoves, plantWishes, plantOperation, plantOpenings];
  const plants = [plantPasskey, plantDomain, plantEmailDomain, plantPool, plantMails, plantWebhook];
  const others = [...wishes, ...plants, plantPlans, plantUserPlans];
  for (const plant of others) await plant(world, house);
  await makeOneOfEach(subjects, house);
  await plantAttachment(house, admin);
  await plantTasks(house, { admin, member });
  await plantMemberFields(house, admin);
  await plantRecordExports(world, house, admin);
  await plantGrants(world, house, admin);
  await lookUpLog(world, house);
  await lookUpRest(world, subjects, house);
  return house;
}

const visitorOf = ({ host }: TestTenant, { token }: TestMember): Visitor => ({
  host,
  cookie: `${sessionCookie()}=${token}`,
});

async function coreIds(
  { database }: World,
  { tenantId, poolId, slug, roleIds }: TestTenant,
  { admin, member }: Record<'admin' | 'member', TestMember>,
): Promise<Ids> {
  const [row] = await database.query<Ids>(
    `select m.id as "membershipId",
       (select id from control.sessions where user_id = $2 and tenant_id = $1) as "sessionId",
       (select id from control.logins where user_id = $3) as "loginId",
       (select id from control.shards order by created_at limit 1) as "shardId"
     from control.memberships m where m.tenant_id = $1 and m.user_id = $2`,
    [tenantId, member.userId, admin.userId],
  );
  const people = { userId: member.userId, adminId: admin.userId, adminEmail: admin.email };
  return { ...row, ...people, tenantId, poolId, slug, roleId: roleIds.basic };
}

/**
 * Moves as an operator would leave them: its own was given up, so that another can be asked for; one
 * to steer and one to release are of somebody else.
 */
async function plantMoves(world: World, { tenant, ids, canary }: House) {
  const other = await world.tenant();
  for (const [name, state, tenantId] of [
    ['moveId', 'abandoned', tenant.tenantId],
    ['openMoveId', 'following', other.tenantId],
    ['finishedMoveId', 'done', other.tenantId],
  ] as const) {
    ids[name] = uuidv7();
    await world.database.query(
      `insert into control.moves (tenant_id, id, state, target_tier, target_shard_id, reason, finished_at)
       values ($1, $2, $3, 'schema', $4, $5, case when $3 <> 'following' then now() end)`,
      [tenantId, ids[name], state, ids.shardId, canary],
    );
  }
}

/** What a tenant asked for and nobody has decided: to go, and to have other walls. */
async function plantWishes({ database }: World, { tenant, canary }: House) {
  await database.query(
    `insert into control.deletions (tenant_id, id, slug, name, asked_by_name, due_at)
     values ($1, app.uuid7(), $2, $2, $3, now() + interval '14 days')`,
    [tenant.tenantId, tenant.slug, canary],
  );
  await database.query(
    `insert into control.tier_requests (tenant_id, id, tier, note, asked_by_name)
     values ($1, app.uuid7(), $2, $3, $3)`,
    [tenant.tenantId, otherTier(), canary],
  );
}

/** Work that failed, of somebody else, for staff to begin again. */
async function plantOperation(world: World, { ids, canary }: House) {
  const other = await world.tenant();
  ids.platformOperationId = uuidv7();
  await world.database.query(
    `insert into control.operations (tenant_id, id, kind, state, error, finished_at)
     values ($1, $2, 'backup', 'failed', $3, now())`,
    [other.tenantId, ids.platformOperationId, canary],
  );
  ids.platformJobId = uuidv7();
  await world.database.query(
    `insert into control.parked_jobs (tenant_id, id, plane, job, input, attempts, error)
     values ($1, $2, 'control', 'mail.deliver', '{}', 12, $3)`,
    [other.tenantId, ids.platformJobId, canary],
  );
}

/** Of others: two whose opening failed, and one that is open and awaits its founder. */
async function plantOpenings(world: World, { ids }: House) {
  const [forStaff, failed] = [0, 1].map(() => ({ tenantId: uuidv7(), poolId: uuidv7() })) as [
    ReservedIds,
    ReservedIds,
  ];
  const open = await world.tenant();
  ids.openingId = forStaff.tenantId;
  ids.openingTicket = mintTicket(failed);
  ids.openedTicket = mintTicket(open);
  for (const [{ tenantId, poolId }, openedAt] of [
    [forStaff, null],
    [failed, null],
    [open, new Date()],
  ] as const) {
    await world.database.query(
      `with asked as (insert into control.operations (tenant_id, id, kind, state, finished_at)
         values ($1, app.uuid7(), 'opening', 'failed', now()) returning tenant_id, id)
       insert into control.openings (tenant_id, id, pool_id, slug, name, tier, asked_by_name, opened_at)
       select tenant_id, id, $2, 'o-' || right(tenant_id::text, 12), 'Somebody', 'schema', 'Anonymous', $3
       from asked`,
      [tenantId, poolId, openedAt],
    );
  }
}

/** Archives are the operator's to make. */
async function plantArchives({ database }: World, { tenant, ids, canary }: House) {
  ids.backupId = uuidv7();
  await database.query(
    `insert into control.archives (tenant_id, id, purpose, key_id, taken_at, expires_at, size_bytes,
       digest, rows, files, file_bytes, tables, asked_by_name)
     values ($1, $2, 'manual', $2, now(), now() + interval '1 day', 1, '', 1, 0, 0, '[]', $3)`,
    [tenant.tenantId, ids.backupId, canary],
  );
}

/**
 * An export with its bytes, and the link that opens it. None where tables were damaged on purpose:
 * an operation that needs one is then reported as not exercised.
 */
async function plantExport(world: World, { house, by }: { house: House; by: TestMember }) {
  const made = await run(world, house.tenant, 'export').catch(() => null);
  if (!made) return;
  const { id } = made;
  const { url } = await invoke(fullExportsProcedures.link, { id }, by.call());
  const { searchParams } = new URL(url);
  house.ids.fullExportId = id;
  house.ids.exportExpires = searchParams.get('expires') ?? '';
  house.ids.exportSignature = searchParams.get('signature') ?? '';
}

/** A record that holds a file, and a form, apart from the collection whose fields are counted. */
async function plantAttachment({ ids, canary }: House, by: TestMember) {
  const { collections, fields, attachments, records, forms } = router;
  const made = await invoke(collections.create, { name: 'Papers' }, by.call());
  const own = { collectionId: made.id, name: canary, type: 'file' as const };
  const field = await invoke(fields.create, own, by.call());
  ids.fileFieldId = field.id;
  const given = { fieldId: field.id, file: new File([canary], 'paper.txt') };
  const { id } = await invoke(attachments.upload, given, by.call());
  const data = { [field.key]: [id] };
  await invoke(records.create, { collectionId: made.id, data }, by.call());
  ids.attachmentId = id;
  const fieldIds = [{ fieldId: field.id }];
  const design = { collectionId: made.id, title: canary, fields: fieldIds };
  const form = await invoke(forms.save, design, by.call());
  await invoke(forms.publish, { collectionId: made.id }, by.call());
  Object.assign(ids, { formToken: form.token, formId: form.id, formCollectionId: made.id });
}

/** An entry in the history of the record that was made, and the request that made it. */
async function lookUpLog(world: World, { ids, tenant }: House) {
  const [entry] = await world.rowsOf<{ id: string; request_id: string }>(
    tenant,
    `select id, request_id from change_log where tenant_id = $1 and row_id = $2 order by at limit 1`,
    [tenant.tenantId, ids.recordId],
  );
  if (!entry) return;
  Object.assign(ids, { entryId: entry.id, requestId: entry.request_id });
}

const makes = /\.(create|upload)[A-Z]?\w*$/;

async function makeOneOfEach(subjects: Subject[], house: House) {
  const makers = subjects.filter(
    (one) =>
      makes.test(one.meta.name) && placeOf(one) === 'tenant' && one.meta.permission !== 'job',
  );
  for (let round = 0, waiting = makers; round < 4 && waiting.length > 0; round += 1) {
    const left: Subject[] = [];
    for (const maker of waiting) if (!(await makeOne(maker, house))) left.push(maker);
    if (left.length === waiting.length) return;
    waiting = left;
  }
}

/** False when it lacks the id of something that is not made yet. */
async function makeOne(maker: Subject, house: House): Promise<boolean> {
  try {
    const { status, body } = await ask(maker, sampleOf(maker, house), house.admin);
    if (status >= 300) return false;
    const made = JSON.parse(body) as { id?: string; key?: string };
    const idName = madeIdName(maker);
    if (made.id) house.ids[idName] ??= made.id;
    if (made.key) house.ids[idName.replace(/Id$/, 'Key')] ??= made.key;
    return true;
  } catch {
    return false;
  }
}

/** Ids of rows that come into being beside others, such as an audit event: by the table's name. */
async function lookUpRest(world: World, subjects: Subject[], { ids, tenant }: House) {
  for (const idName of new Set(subjects.flatMap(idNamesOf))) {
    if (ids[idName]) continue;
    const tables = await world.database.query<{ name: string }>(
      `select case n.nspname when 'control' then 'control.' else '' end || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
       where n.nspname in ('control', 'pooled') and c.relkind = 'r' and c.relname = any($1)
       order by n.nspname`,
      [[tableOf(idName), `audit_${tableOf(idName)}`]],
    );
    for (const { name } of tables) {
      const text = `select id from ${name} where tenant_id = $1 order by id limit 1`;
      const [row] = name.startsWith('control.')
        ? await world.database.query<{ id: string }>(text, [tenant.tenantId])
        : await world.rowsOf<{ id: string }>(tenant, text, [tenant.tenantId]);
      if (row) ids[idName] = row.id;
    }
  }
}
