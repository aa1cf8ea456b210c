import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { read } from '@/db/wire/access';
import { AppError, invalid, notFound } from '../../errors';
import type { TenantCtx } from '../ctx';
import { procedure } from '../procedure';
import type { ProcedureMeta } from '../spec';
import type { World } from '../testing';
import { type Subject, subjectOf } from './subject';

const Thing = z.object({ name: z.string() });
const ThingId = z.strictObject({ collectionId: z.uuid() });

type Look = (ctx: TenantCtx, id: string) => Promise<{ name: string }>;

/** An operation that reads one collection by its id, in whichever way. */
function reader(look: Look, meta: Partial<ProcedureMeta> = {}): Subject {
  return subjectOf(
    procedure(
      {
        name: 'holes.get',
        summary: 'Reads a collection',
        method: 'GET',
        path: null,
        permission: 'people.read',
        ...meta,
        plane: 'tenant',
        input: ThingId,
        output: Thing,
      },
      async (ctx, { collectionId }) => await look(ctx, collectionId),
    ),
  );
}

const byId = (id: string) => read(sql`select name from collections where id = ${id}`);

const first = (rows: unknown[]) => {
  const [row] = rows as { name: string }[];
  if (!row) throw notFound('This collection');
  return row;
};

/** Sound as long as row security holds: raw SQL without any filter of its own. */
export const leansOnRowSecurity = reader(async ({ db }, id) =>
  first((await db.execute(byId(id))).rows),
);

const asSuperuser = async (world: World, id: string) =>
  await world.rowsEverywhere<{ name: string }>('select name from collections where id = $1', [id]);

/** Operations with one hole each, by the hole's name. */
export const plantedHoles = (world: World): Record<string, Subject> => ({
  'reads as superuser': reader(async (_, id) => first(await asSuperuser(world, id))),
  'is open to anybody': reader(async ({ db }, id) => first((await db.execute(byId(id))).rows), {
    permission: 'public',
  }),
  'tells a foreign id from an absent one': reader(async (ctx, id) => {
    const { own, foreign } = await peek(world, ctx, id);
    if (own) return own;
    throw foreign ? new AppError('forbidden', 'This is not yours.') : notFound();
  }),
  'names a foreign row in its error': reader(async (ctx, id) => {
    const { own, foreign } = await peek(world, ctx, id);
    if (own) return own;
    throw notFound(foreign?.name);
  }),
  'differs in the fields of its error': reader(async (ctx, id) => {
    const { own, foreign } = await peek(world, ctx, id);
    if (own) return own;
    throw foreign ? invalid('collectionId', 'Gone') : invalid('input', 'Gone');
  }),
  'takes the tenant from its input': takesTenant(world),
  'takes keys that nobody declared': takesAnything(),
  'writes to a foreign row': writesAnywhere(world),
});

async function peek(world: World, { db }: TenantCtx, id: string) {
  const [own] = (await db.execute(byId(id))).rows as { name: string }[];
  const [foreign] = await asSuperuser(world, id);
  return { own, foreign };
}

const listing = {
  name: 'holes.list',
  summary: 'Lists collections',
  method: 'GET',
  path: null,
  permission: 'people.read',
  plane: 'tenant',
} as const;

const takesTenant = (world: World) =>
  subjectOf(
    procedure(
      { ...listing, input: z.strictObject({ tenantId: z.uuid() }), output: z.array(Thing) },
      async (_, { tenantId }) =>
        await world.rowsEverywhere<{ name: string }>(
          'select name from collections where tenant_id = $1',
          [tenantId],
        ),
    ),
  );

const takesAnything = () =>
  subjectOf(
    procedure(
      { ...listing, input: z.object({ q: z.string().max(80) }), output: z.array(Thing) },
      async () => [],
    ),
  );

const writesAnywhere = (world: World) =>
  subjectOf(
    procedure(
      { ...listing, name: 'holes.rename', method: 'POST', input: ThingId, output: z.object({}) },
      async (_, { collectionId }) => {
        await world.rowsEverywhere('update collections set name = name || $2 where id = $1', [
          collectionId,
          '!',
        ]);
        return {};
      },
    ),
  );
