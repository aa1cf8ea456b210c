import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collections } from '@/db/schema/tenant';
import { invoke } from '@/lib/doors/callable';
import { procedure } from '@/lib/doors/procedure';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { settingsProcedures as settings } from '../tenancy/settings/procedures';
import { auditProcedures } from './procedures';

const { audit } = auditProcedures;

const Named = z.strictObject({ name: z.string() });

const make = procedure(
  {
    name: 'things.make',
    summary: 'Makes a thing',
    method: 'POST',
    path: null,
    permission: 'people.read',
    plane: 'tenant',
    input: Named,
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { name }) => {
    const [made] = await ctx.db
      .insert(collections)
      .values({ name } as never)
      .returning({ id: collections.id });
    ctx.about('thing', made?.id ?? null, { name });
    if (name === 'fail') throw new Error('fails after its write');
    return { id: made?.id ?? '' };
  },
);

let world: World;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const list = (query: object = {}, caller = admin) =>
  invoke(audit.list, query as never, caller.call());
const makeThing = (name: string, caller = admin) => invoke(make, { name }, caller.call());
const rename = (name: string) =>
  invoke(settings.change, { name, locale: 'en', timeZone: 'UTC' }, admin.call());

describe('audit.list', () => {
  it('merges both planes by time and pages by key without gap or copy', async () => {
    for (const n of [1, 2, 3]) {
      await makeThing(`thing ${n}`);
      await rename(`Name ${n}`);
    }
    const names = ['settings.change', 'things.make'];
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ size: 2, ...(cursor && { cursor }) });
      seen.push(...page.events.map((event) => event.procedure));
      cursor = page.older ?? undefined;
    } while (cursor);
    expect(seen).toEqual([...names, ...names, ...names]);
  });

  it('filters by who, what, when and target', async () => {
    const other = await world.member(a, 'basic');
    const thing = await makeThing('one', other);
    await rename('New');
    const [count, one] = [async (query: object) => (await list(query)).events.length, thing.id];
    expect(await count({ who: 'BASIC' })).toBe(1);
    expect(await count({ who: '%' })).toBe(0);
    expect(await count({ what: 'settings.' })).toBe(1);
    expect(await count({ targetId: one })).toBe(1);
    expect(await count({ targetKind: 'tenant' })).toBe(1);
    expect(await count({ from: new Date(Date.now() + 60_000).toISOString() })).toBe(0);
    expect(await count({ to: new Date(Date.now() - 60_000).toISOString() })).toBe(0);
  });

  it('shows nothing of another tenant', async () => {
    await makeThing('mine');
    const foreign = await world.member(await world.tenant(), 'admin');
    expect((await list({}, foreign)).events).toEqual([]);
  });

  it('holds nothing of a verb that was rolled back', async () => {
    await expect(makeThing('fail')).rejects.toThrow();
    expect((await list()).events).toEqual([]);
    const rows = await world.rowsOf(a, 'select id from collections where tenant_id = $1', [
      a.tenantId,
    ]);
    expect(rows).toEqual([]);
  });

  it('refuses weak roles and bad input', async () => {
    const company = await world.member(a, 'company');
    await expect(list({}, company)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(list({ cursor: "x'; drop table" })).rejects.toMatchObject({
      fields: { cursor: expect.any(String) },
    });
    await expect(list({ from: 'yesterday' })).rejects.toMatchObject({
      fields: { from: expect.any(String) },
    });
  });
});

describe('audit.get', () => {
  it('shows what the request changed, in either plane', async () => {
    await makeThing('one');
    await invoke(settings.change, { name: 'Renamed', locale: 'en', timeZone: 'UTC' }, admin.call());
    const { events } = await list();
    const details = await Promise.all(
      events.map(({ plane, id }) => invoke(audit.get, { plane, id }, admin.call())),
    );
    const made = details.find((one) => one.procedure === 'things.make');
    expect(made?.changes).toMatchObject([
      { table: 'collections', operation: 'insert', before: null, after: { name: 'one' } },
    ]);
    const renamed = details.find((one) => one.procedure === 'settings.change');
    expect(renamed?.detail).toMatchObject({ after: { name: 'Renamed' } });
  });

  it('does not know entries of another tenant', async () => {
    await makeThing('one');
    const { events } = await list();
    const input = { plane: 'tenant' as const, id: events[0]?.id ?? '' };
    const foreign = await world.member(await world.tenant(), 'admin');
    await expect(invoke(audit.get, input, foreign.call())).rejects.toMatchObject({
      code: 'not_found',
    });
    const crossed = { ...input, plane: 'control' as const };
    await expect(invoke(audit.get, crossed, admin.call())).rejects.toMatchObject({
      code: 'not_found',
    });
    const company = await world.member(a, 'company');
    await expect(invoke(audit.get, input, company.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('audit.export', () => {
  it('writes a file that no spreadsheet runs', async () => {
    await makeThing('=HYPERLINK("http://evil.example","x")');
    await world.rowsOf(
      a,
      `update audit_events set actor_name = '=cmd|'' /C calc''!A0' where tenant_id = $1`,
      [a.tenantId],
    );
    const file = await invoke(audit.export, {}, admin.call());
    expect(file.name).toMatch(/^audit-.*\.csv$/);
    const [row] = parse(await file.text(), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    expect(row?.procedure).toBe('things.make');
    expect(row?.actor_name).toBe(`'=cmd|' /C calc'!A0`);
    for (const cell of Object.values(row ?? {})) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it('refuses weak roles', async () => {
    const company = await world.member(a, 'company');
    await expect(invoke(audit.export, {}, company.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
