import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collections, fields } from '@/db/schema/tenant';
import { invoke } from './callable';
import { procedure } from './procedure';
import { openWorld, type TestMember, type World } from './testing';
import { toAppError } from './translate';

const place = {
  method: 'POST',
  path: null,
  permission: 'collections.manage',
  plane: 'tenant',
  output: z.object({}),
} as const;

const make = procedure(
  {
    ...place,
    name: 'things.make',
    summary: 'Makes a thing under an id of the caller’s choice',
    input: z.strictObject({ id: z.uuid(), name: z.string().max(40) }),
  },
  async ({ db }, thing) => {
    await db.insert(collections).values(thing);
    return {};
  },
);

const attach = procedure(
  {
    ...place,
    name: 'things.attach',
    summary: 'Makes a part of a thing',
    input: z.strictObject({ collectionId: z.uuid() }),
  },
  async ({ db }, { collectionId }) => {
    const part = { collectionId, key: 'part', name: 'Part', type: 'text', position: 1 };
    await db.insert(fields).values(part as never);
    return {};
  },
);

describe('what the database refuses', () => {
  let world: World;
  let a: TestMember;
  let b: TestMember;
  const id = randomUUID();
  const secret = 'a name that only A may know';

  beforeAll(async () => {
    world = await openWorld();
    a = await world.member(await world.tenant(), 'admin');
    b = await world.member(await world.tenant(), 'admin');
    await invoke(make, { id, name: secret }, a.call());
  });
  afterAll(() => world.end());

  const refused = async (work: Promise<unknown>) => {
    const error = await work.then(() => undefined, toAppError);
    const { code, message, fields: named } = error as never as Record<string, string>;
    return { code, message, named };
  };

  it('is a plain conflict when two of one tenant clash', async () => {
    const answer = await refused(invoke(make, { id, name: 'again' }, a.call()));
    expect(answer.code).toBe('conflict');
    expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${id}|${secret}|collections|_pkey`));
  });

  it('clashes with nothing of another tenant', async () => {
    await expect(invoke(make, { id, name: 'ours' }, b.call())).resolves.toEqual({});
  });

  it('is the same for another tenant’s parent as for one that nobody has', async () => {
    const [theirs, none] = [randomUUID(), randomUUID()];
    await invoke(make, { id: theirs, name: secret }, a.call());
    const [foreign, absent] = [
      await refused(invoke(attach, { collectionId: theirs }, b.call())),
      await refused(invoke(attach, { collectionId: none }, b.call())),
    ];
    expect(foreign).toEqual(absent);
    expect(foreign.code).toBe('invalid');
    await expect(invoke(attach, { collectionId: theirs }, a.call())).resolves.toEqual({});
  });
});
