import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import type { archives } from '../schema/control';

export type ArchiveFacts = Omit<typeof archives.$inferSelect, 'createdAt' | 'askedByName'>;

interface KeyFacts {
  id: string;
  salt: string;
}

/** The tenant's present key, made at its first archive. */
export async function currentKey(servers: Servers, tenantId: string): Promise<KeyFacts> {
  return await onControl(servers, async (control) => {
    const found = await control.query<KeyFacts>(
      'select id, salt from control.archive_keys where tenant_id = $1 order by created_at desc limit 1',
      [tenantId],
    );
    if (found.rows[0]) return found.rows[0];
    const key = { id: uuidv7(), salt: randomBytes(32).toString('hex') };
    await control.query(
      'insert into control.archive_keys (tenant_id, id, salt) values ($1, $2, $3)',
      [tenantId, key.id, key.salt],
    );
    return key;
  });
}

/** The key an archive of the tenant names; null when it was shredded or is another tenant's. */
export async function findKey(
  servers: Servers,
  tenantId: string,
  keyId: string,
): Promise<KeyFacts | null> {
  return await onControl(servers, async (control) => {
    const { rows } = await control.query<KeyFacts>(
      'select id, salt from control.archive_keys where tenant_id = $1 and id = $2',
      [tenantId, keyId],
    );
    return rows[0] ?? null;
  });
}

/** Enters an archive whose bytes are safe; repeating changes nothing. */
export async function enterArchive(servers: Servers, facts: ArchiveFacts): Promise<void> {
  await onControl(servers, (control) =>
    control.query(
      `insert into control.archives (tenant_id, id, purpose, key_id, taken_at, expires_at, size_bytes,
         digest, rows, files, file_bytes, tables, asked_by, asked_by_name)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
         (select o.asked_by_name from control.operations o where o.tenant_id = $1 and o.id = $2)
       on conflict (tenant_id, id) do nothing`,
      [
        facts.tenantId,
        facts.id,
        facts.purpose,
        facts.keyId,
        facts.takenAt,
        facts.expiresAt,
        facts.sizeBytes,
        facts.digest,
        facts.rows,
        facts.files,
        facts.fileBytes,
        JSON.stringify(facts.tables),
        facts.askedBy,
      ],
    ),
  );
}

export interface ExpiredArchive {
  tenantId: string;
  id: string;
}

/** Archives past their time by the database's clock and by ours: one of them may have jumped. */
export async function expiredArchives(servers: Servers, limit: number): Promise<ExpiredArchive[]> {
  return await onControl(servers, async (control) => {
    const { rows } = await control.query<ExpiredArchive>(
      `select tenant_id as "tenantId", id from control.archives
       where expires_at < least(now(), $2::timestamptz) order by expires_at limit $1`,
      [limit, new Date()],
    );
    return rows;
  });
}

/** Strikes an archive whose bytes are gone. */
export async function strikeArchive(servers: Servers, { tenantId, id }: ExpiredArchive) {
  await onControl(servers, (control) =>
    control.query('delete from control.archives where tenant_id = $1 and id = $2', [tenantId, id]),
  );
}

/** What accounts of people who still are members were called in the pool that they came over from. */
export async function formerPeople(servers: Servers, tenantId: string): Promise<string[]> {
  return await onControl(servers, async (control) => {
    const { rows } = await control.query<{ id: string }>(
      `select a.former_user_id as id from control.pool_arrivals a where a.tenant_id = $1
         and (exists (select 1 from control.memberships m
             where m.tenant_id = $1 and m.user_id = a.new_user_id)
           or exists (select 1 from control.pool_arrivals b
             where b.tenant_id = $1 and b.former_user_id = a.new_user_id))
         and not exists (select 1 from control.erasures e
           where e.tenant_id = $1 and e.person_id = a.new_user_id)`,
      [tenantId],
    );
    return rows.map(({ id }) => id);
  });
}

/** People of a tenant whose data was erased; no archive brings them back. */
export async function erasedPeople(servers: Servers, tenantId: string): Promise<string[]> {
  return await onControl(servers, async (control) => {
    const { rows } = await control.query<{ id: string }>(
      `select person_id as id from control.erasures where tenant_id = $1
       union select m.user_id from control.memberships m join control.users u on u.id = m.user_id
         where m.tenant_id = $1 and u.state = 'erased'`,
      [tenantId],
    );
    return rows.map(({ id }) => id);
  });
}
