import { desc, eq, max, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { brandings, tenants, users } from '@/db/schema/control';
import { readTokens } from '../branding/document';
import { BrandTokens } from '../branding/tokens';

export const BrandVersion = z.strictObject({
  version: z.number().int(),
  state: z.enum(['draft', 'published', 'retired']),
  tokens: BrandTokens,
  changedAt: z.coerce.date(),
  changedByName: z.string().nullable(),
});
export type BrandVersion = z.output<typeof BrandVersion>;

const columns = {
  id: brandings.id,
  version: brandings.version,
  state: brandings.state,
  tokens: brandings.tokens,
  changedByName: users.name,
  createdAt: brandings.createdAt,
  publishedAt: brandings.publishedAt,
};

export interface BrandRow extends BrandVersion {
  id: string;
}

/** The version in `state`, of which there is at most one unless it is `retired`. */
export async function findVersion(
  db: ControlDb,
  by: { state: 'draft' | 'published' } | { version: number },
): Promise<BrandRow | null> {
  const [row] = await db
    .select(columns)
    .from(brandings)
    .leftJoin(users, eq(users.id, brandings.createdBy))
    .where('state' in by ? eq(brandings.state, by.state) : eq(brandings.version, by.version));
  return row ? fromRow(row) : null;
}

/** Newest first. */
export async function listVersions(db: ControlDb, limit: number): Promise<BrandRow[]> {
  const rows = await db
    .select(columns)
    .from(brandings)
    .leftJoin(users, eq(users.id, brandings.createdBy))
    .orderBy(desc(brandings.version))
    .limit(limit);
  return rows.map(fromRow);
}

/** Makes changes to the looks of one tenant wait for each other. Row security shows one tenant. */
export async function lockVersions(db: ControlDb): Promise<void> {
  await db.select({ id: tenants.id }).from(tenants).where(sql`true`).for('update');
}

export async function nextVersion(db: ControlDb): Promise<number> {
  const [row] = await db.select({ last: max(brandings.version) }).from(brandings);
  return (row?.last ?? 0) + 1;
}

interface StoredRow {
  id: string;
  version: number;
  state: BrandVersion['state'];
  tokens: Record<string, unknown>;
  changedByName: string | null;
  createdAt: Date;
  publishedAt: Date | null;
}

const fromRow = ({ createdAt, publishedAt, tokens, ...row }: StoredRow): BrandRow => ({
  ...row,
  tokens: readTokens(tokens),
  changedAt: publishedAt ?? createdAt,
});

/** What doors show of a version. */
export const showVersion = ({ id: _id, ...version }: BrandRow): BrandVersion => version;
