import { and, count, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { SQL } from 'drizzle-orm/sql';
import type { ControlDb } from '@/db/control';
import {
  apiTokens,
  domains,
  memberships,
  roles,
  webhookEndpoints,
  workspaceTokens,
} from '@/db/schema/control';
import { collections, files, records } from '@/db/schema/tenant';
import type { TenantDb } from '@/db/tenant';
import { isAlive } from '../identity/tokens/alive';
import type { LimitName } from './limit-names';

export type Used = Record<LimitName, number>;

/** Records that are not in the trash, nor their collection. */
export const recordsUsed = (db: TenantDb): Promise<number> => {
  const gone = db
    .select({ id: collections.id })
    .from(collections)
    .where(isNotNull(collections.deletedAt));
  return counted(
    db,
    records,
    and(isNull(records.deletedAt), notInArray(records.collectionId, gone)),
  );
};

/** Records of one collection that are not in the trash themselves. */
export const recordsIn = (db: TenantDb, collectionId: string): Promise<number> =>
  counted(db, records, and(isNull(records.deletedAt), eq(records.collectionId, collectionId)));

/** Bytes of the files that are kept. */
export async function storageUsed(db: TenantDb): Promise<number> {
  const [found] = await db
    .select({ bytes: sql<string>`coalesce(sum(${files.sizeBytes}), 0)` })
    .from(files)
    .where(eq(files.state, 'ready'));
  return Number(found?.bytes ?? 0);
}

/** Roles of the tenant's own; of the one in scope, or of the one named. */
export const rolesUsed = (db: ControlDb, tenantId?: string): Promise<number> =>
  counted(db, roles, and(eq(roles.builtIn, false), of(roles.tenantId, tenantId)));

export const domainsUsed = (db: ControlDb, tenantId?: string): Promise<number> =>
  counted(db, domains, of(domains.tenantId, tenantId));

export const membersUsed = (db: ControlDb, tenantId?: string): Promise<number> =>
  counted(db, memberships, of(memberships.tenantId, tenantId));

export const webhooksUsed = (db: ControlDb, tenantId?: string): Promise<number> =>
  counted(db, webhookEndpoints, of(webhookEndpoints.tenantId, tenantId));

/** Tokens of people and of the workspace that still open something. */
export async function tokensUsed(db: ControlDb, tenantId?: string): Promise<number> {
  const counts = [apiTokens, workspaceTokens].map((tokens) =>
    counted(db, tokens, and(isAlive(tokens), of(tokens.tenantId, tenantId))),
  );
  return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
}

type Own = Pick<Used, 'records' | 'storage'>;

/** How much there is of what lies with the tenant's own data. */
export const readOwn = async (there: TenantDb): Promise<Own> => ({
  records: await recordsUsed(there),
  storage: await storageUsed(there),
});

/** How much there is of everything that can be limited. */
export async function usedBy(
  { db, tenantId }: { db: ControlDb; tenantId?: string },
  own: Own,
): Promise<Used> {
  return {
    ...own,
    members: await membersUsed(db, tenantId),
    roles: await rolesUsed(db, tenantId),
    domains: await domainsUsed(db, tenantId),
    webhooks: await webhooksUsed(db, tenantId),
    tokens: await tokensUsed(db, tenantId),
  };
}

const of = (column: PgColumn, tenantId: string | undefined) =>
  tenantId === undefined ? undefined : eq(column, tenantId);

async function counted(db: ControlDb | TenantDb, table: PgTable, which?: SQL): Promise<number> {
  const [found] = await (db as ControlDb).select({ n: count() }).from(table).where(which);
  return found?.n ?? 0;
}
