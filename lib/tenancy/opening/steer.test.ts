import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keepStock } from '@/db/homes/stock';
import { keepOpenings } from '@/db/openings/keep';
import { invoke } from '../../doors/callable';
import { openWorld, type World } from '../../doors/testing';
import { enterTenant } from '../../server/open-tenant';
import { checkSlug } from '../onboarding/procedures';
import { signUpOpenings } from './procedures';
import { ask, look, newSlug, nothing, openHands, stranger, traces, until } from './testing/bed';
import { mintTicket } from './ticket';

let world: World;
let hands: ReturnType<typeof openHands>;

beforeAll(async () => {
  world = await openWorld();
  hands = openHands(world);
  await world.database.query('update control.shards set ready_schemas = 0, ready_databases = 0');
});
afterEach(() => hands.rest());
afterAll(async () => {
  await hands.end();
  await world.end();
});

const request = (tenantId: string) =>
  world.database.query('select request, home_id from control.openings where tenant_id = $1', [
    tenantId,
  ]);

describe('giving up', () => {
  it('leaves nothing behind, whatever was built, and frees the address', async () => {
    const { slug, tenantId, ticket } = await ask(newSlug(), 'database');
    hands.work(async () => {
      throw new Error('never');
    });
    await until(ticket, 'retrying');
    const [built] = await world.database.query<{ name: string }>(
      `select h.role_name as name from control.openings o join control.homes h on h.id = o.home_id
       where o.tenant_id = $1`,
      [tenantId],
    );
    expect(built?.name).toMatch(/^home_/);
    await invoke(signUpOpenings.giveUp, { ticket }, stranger());
    expect(await invoke(checkSlug, { slug }, stranger())).toMatchObject({ free: true });
    await keepOpenings(world.database.servers);
    await until(ticket, 'given_up');
    expect(await traces(world, tenantId)).toEqual(nothing);
    const left = await world.database.query(
      `select datname from pg_database where datname = $1 union all
       select rolname from pg_roles where rolname = $1`,
      [built?.name],
    );
    expect(left).toEqual([]);
    expect(await request(tenantId)).toEqual([{ request: null, home_id: null }]);
    const again = invoke(signUpOpenings.retry, { ticket }, stranger());
    await expect(again).rejects.toMatchObject({ code: 'precondition' });
    await expect(invoke(signUpOpenings.arrive, { ticket }, stranger())).rejects.toMatchObject({
      code: 'precondition',
    });
  });

  it('wins over an entry that has not happened, and loses to one that has', async () => {
    const one = await ask();
    hands.work(async (...given) => {
      await invoke(signUpOpenings.giveUp, { ticket: one.ticket }, stranger());
      return await enterTenant(...given);
    });
    await until(one.ticket, 'given_up');
    expect(await traces(world, one.tenantId)).toEqual(nothing);
    await hands.rest();
    const two = await ask();
    hands.work();
    await until(two.ticket, 'open');
    const late = invoke(signUpOpenings.giveUp, { ticket: two.ticket }, stranger());
    await expect(late).rejects.toMatchObject({ code: 'precondition' });
  });

  it('happens by itself a day after it failed and nobody came', async () => {
    const { slug, tenantId, ticket } = await ask();
    await world.database.query(
      `update control.operations set state = 'failed', finished_at = now() - interval '25 hours'
       where tenant_id = $1`,
      [tenantId],
    );
    hands.work();
    await keepOpenings(world.database.servers);
    await until(ticket, 'given_up');
    expect(await invoke(checkSlug, { slug }, stranger())).toMatchObject({ free: true });
    await world.database.query(
      `update control.openings set ended_at = now() - interval '8 days' where tenant_id = $1`,
      [tenantId],
    );
    await keepOpenings(world.database.servers);
    await expect(look(ticket)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('who may look and steer', () => {
  it('is who holds the ticket', async () => {
    const { tenantId } = await ask();
    const forged = mintTicket({ tenantId, poolId: uuidv7() });
    await expect(look(`${forged.slice(0, -2)}xx`)).rejects.toMatchObject({ code: 'not_found' });
    await expect(look('short')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('keeps the homes of those that wait from being swept up', async () => {
    const { ticket, tenantId } = await ask();
    hands.work(async () => {
      throw new Error('never');
    });
    await until(ticket, 'retrying');
    await world.database.query(
      `update control.homes set changed_at = now() - interval '1 hour' where state = 'taken'`,
    );
    const { faults } = await keepStock(world.database.servers);
    expect(faults).toEqual([]);
    expect((await traces(world, tenantId))?.homes).toBeGreaterThan(0);
  });
});
