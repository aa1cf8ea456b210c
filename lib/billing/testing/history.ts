import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { collections, files, records } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { type TenantDb, withTenant } from '@/db/tenant';
import { hourMs } from '@/db/usage/lasting';
import type { TestTenant, World } from '@/lib/doors/testing';

/** What there was of a tenant from an instant on, counted row by row. */
interface Moment {
  atMicros: bigint;
  rows: bigint;
  files: bigint;
}

/** A tenant whose writes are dated as a test says, beside a plain count after each of them. */
export class History {
  readonly #world: World;
  readonly #moments: Moment[] = [];
  readonly tenant: TestTenant;
  readonly begin: number;
  readonly #collectionId = uuidv7();
  #recordIds: string[] = [];
  #fileIds: string[] = [];

  constructor(world: World, tenant: TestTenant, begin: number) {
    this.#world = world;
    this.tenant = tenant;
    this.begin = begin;
  }

  /** Begins to count with what there is. */
  async open(): Promise<void> {
    await this.write(-1n, (db) =>
      db.insert(collections).values({ id: this.#collectionId, name: 'Things' }),
    );
    const { rows, files: bytes } = this.#moments.at(-1) as Moment;
    await this.#world.database.query(
      `insert into control.usage_marks (tenant_id, id, meter, level, through, until)
       values ($1, $2, 'storage', $3, $4, $4)`,
      [
        ...[this.tenant.tenantId, uuidv7()],
        ...[JSON.stringify({ rows: String(rows), files: String(bytes) }), new Date(this.begin)],
      ],
    );
  }

  /** One write of a random kind, as if at so many microseconds after the beginning. */
  async happen(afterMicros: bigint, random: () => number): Promise<void> {
    const text = 'x한'.repeat(Math.floor(random() * 200));
    const collectionId = this.#collectionId;
    const one = <T>(all: T[]) => all[Math.floor(random() * all.length)] as T;
    const kind = Math.floor(random() * 7);
    await this.write(afterMicros, async (db) => {
      const [record, file] = [one(this.#recordIds), one(this.#fileIds)];
      if (kind <= 1 || !record || !file) {
        const made = [uuidv7(), uuidv7(), uuidv7()];
        await db.insert(records).values(made.map((id) => ({ id, collectionId, data: { text } })));
        const fileId = uuidv7();
        await db.insert(files).values({
          ...{ id: fileId, name: 'a.txt', mediaType: 'text/plain', purpose: 'attachment' },
          ...{ sizeBytes: Math.floor(random() * 1e6), state: kind === 0 ? 'ready' : 'pending' },
        });
        this.#recordIds.push(...made);
        this.#fileIds.push(fileId);
      } else if (kind === 2) {
        await db
          .update(records)
          .set({ data: { text, n: 1 } })
          .where(eq(records.id, record));
      } else if (kind === 3) {
        await db.update(records).set({ deletedAt: new Date() }).where(eq(records.id, record));
      } else if (kind === 4) {
        await db.delete(records).where(eq(records.id, record));
        this.#recordIds = this.#recordIds.filter((id) => id !== record);
      } else if (kind === 5) {
        await db.update(files).set({ state: 'ready' }).where(eq(files.id, file));
      } else {
        await db.update(files).set({ state: 'deleted' }).where(eq(files.id, file));
        if (random() < 0.5) await db.delete(files).where(eq(files.id, file));
        this.#fileIds = this.#fileIds.filter((id) => id !== file);
      }
    });
  }

  /** Byte-hours of the hour so many after the beginning, by the plain counts. */
  expected(hour: number, kind: 'rows' | 'files'): bigint {
    const hourMicros = BigInt(hourMs) * 1000n;
    const [from, to] = [BigInt(hour) * hourMicros, BigInt(hour + 1) * hourMicros];
    const moments = this.#moments.toSorted((a, b) => (a.atMicros < b.atMicros ? -1 : 1));
    let micros = 0n;
    for (const [at, moment] of moments.entries()) {
      const next = moments[at + 1]?.atMicros ?? to;
      const begin = moment.atMicros > from ? moment.atMicros : from;
      const end = next < to ? next : to;
      if (end > begin) micros += moment[kind] * (end - begin);
    }
    return micros / hourMicros;
  }

  async write(afterMicros: bigint, work: (db: TenantDb) => Promise<unknown>): Promise<void> {
    const { tenantId } = this.tenant;
    const requestId = uuidv7();
    const scope = mintTenantScope({ tenantId, actorId: null, requestId });
    await withTenant(scope, work, { write: true });
    await this.#world.rowsOf(
      this.tenant,
      `update change_log set at = $2::timestamptz + make_interval(secs => $3::numeric / 1000000)
       where request_id = $1 and tenant_id = $4`,
      [requestId, new Date(this.begin), String(afterMicros), tenantId],
    );
    this.#moments.push({ atMicros: afterMicros, ...(await this.#count()) });
  }

  async #count() {
    const [found] = await this.#world.rowsOf<{ rows: string; files: string }>(
      this.tenant,
      `select (select coalesce(sum(octet_length(data::text)), 0) from records where tenant_id = $1)
         + (select coalesce(sum(app.row_bytes('collections', to_jsonb(c))), 0) from collections c
            where tenant_id = $1)
         + (select coalesce(sum(app.row_bytes('files', to_jsonb(f))), 0) from files f
            where tenant_id = $1)
         + (select coalesce(sum(app.row_bytes('people', to_jsonb(p))), 0) from people p
            where tenant_id = $1) as rows,
         (select coalesce(sum(size_bytes), 0) from files
            where tenant_id = $1 and state = 'ready') as files`,
      [this.tenant.tenantId],
    );
    return { rows: BigInt(found?.rows ?? 0), files: BigInt(found?.files ?? 0) };
  }
}
