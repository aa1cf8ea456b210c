import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { currentKey } from '@/db/archive/catalogue';
import { collections, fields, files, people, records } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { type TenantDb, withTenant } from '@/db/tenant';
import type { TestTenant, World } from '@/lib/doors/testing';
import { fileStore } from '@/lib/files/file-store';
import { readEntries, writeEntry, writeManifest } from '../entries';
import { archiveKey } from '../keys';
import { seal, unseal } from '../sealing';

export interface Stocked extends TestTenant {
  collectionId: string;
  fileId: string;
  recordIds: string[];
}

/** Work inside a tenant's plane, as the product does it. */
export const inside = <T>(tenant: TestTenant, work: (db: TenantDb) => Promise<T>): Promise<T> =>
  withTenant(
    mintTenantScope({ tenantId: tenant.tenantId, actorId: null, requestId: uuidv7() }),
    work,
    { write: true },
  );

/** A tenant with a collection, records, a person and a file that the first record holds. */
export async function stockedTenant(world: World, rows = 5): Promise<Stocked> {
  const tenant = await world.tenant();
  const [collectionId, fieldId, fileId] = [uuidv7(), uuidv7(), uuidv7()];
  const recordIds = Array.from({ length: rows }, () => uuidv7());
  const bytes = Buffer.from(`bytes of ${tenant.slug}`);
  await fileStore().write({ tenantId: tenant.tenantId, fileId }, one(bytes), { maxBytes: 1e6 });
  await inside(tenant, async (db) => {
    await db.insert(collections).values({ id: collectionId, name: 'Students' });
    await db.insert(fields).values([
      { collectionId, key: 'f1', name: 'Name', type: 'text', slot: 't1' },
      { id: fieldId, collectionId, key: 'f2', name: 'Papers', type: 'file', position: 1 },
    ]);
    await db.insert(records).values(
      recordIds.map((id, n) => ({
        id,
        collectionId,
        data: {
          f1: `학생 ${n}\t\\N`,
          n: n / 3,
          none: null,
          ...(n === 0 && { f2: [`${fileId}/names.csv`] }),
        },
        searchText: `학생 ${n}`,
        t1: `학생 ${n}`,
        d1: new Date(1.7e12 + n),
      })),
    );
    await db.insert(people).values({ id: uuidv7(), name: 'Kim', email: 'kim@example.com' });
    await db.insert(files).values({
      id: fileId,
      name: 'names.csv',
      mediaType: 'text/csv',
      sizeBytes: bytes.length,
      digest: createHash('sha256').update(bytes).digest('hex'),
      purpose: 'attachment',
      fieldId,
      recordId: recordIds[0] ?? null,
      state: 'ready',
    });
  });
  return { ...tenant, collectionId, fileId, recordIds };
}

interface Named {
  tenantId: string;
  archiveId: string;
}

/** What was sealed, opened with the tenant's own key. */
export async function openSealed(world: World, named: Named): Promise<Buffer> {
  const { key, place } = await keyOf(world, named);
  return await all(unseal(await fileStore().read(place), async () => key));
}

/** An archive's inside, changed and sealed again with the tenant's own key. */
export async function rewriteArchive(
  world: World,
  named: Named,
  change: (plain: Buffer) => Buffer | Promise<Buffer>,
): Promise<void> {
  const { key, keyId, place } = await keyOf(world, named);
  const { tenantId, archiveId } = named;
  const header = { format: 1, archiveId, tenantId, keyId, content: 'backup' } as const;
  const changed = one(await change(await openSealed(world, named)));
  await fileStore().write(place, seal(header, key, changed), { maxBytes: 1e9 });
}

async function keyOf({ database }: World, { tenantId, archiveId }: Named) {
  const key = await currentKey(database.servers, tenantId);
  const place = { area: 'archives', tenantId, fileId: archiveId } as const;
  return { key: archiveKey(key, tenantId, archiveId), keyId: key.id, place };
}

/** An archive's inside with the text of its tables changed and its entries' sums made to fit. */
export async function repack(plain: Buffer, change: (text: string) => string): Promise<Buffer> {
  async function* contents(): AsyncGenerator<Buffer> {
    const entries = readEntries(one(plain));
    for (;;) {
      const next = await entries.next();
      if (next.done) {
        yield writeManifest(next.value);
        return;
      }
      const text = (await all(next.value.data)).toString('latin1');
      const { opening } = next.value;
      const data = opening.kind === 'table' ? change(text) : text;
      yield* writeEntry(opening, one(Buffer.from(data, 'latin1')));
    }
  }
  return await all(contents());
}

async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

async function* one(bytes: Uint8Array) {
  yield bytes;
}
