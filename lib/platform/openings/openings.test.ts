import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keepOpenings } from '@/db/openings/keep';
import type { DoorCall } from '../../doors/call';
import { invoke } from '../../doors/callable';
import { openWorld, type World } from '../../doors/testing';
import { ask, newSlug, openHands, until } from '../../tenancy/opening/testing/bed';
import { workProcedures } from '../operations/procedures';
import { tenantsProcedures } from '../tenants/procedures';
import { consoleCall, openStaff } from '../testing/staff';
import { openingsProcedures as openings } from './procedures';

const reason = 'Asked for by letter';

let world: World;
let hands: ReturnType<typeof openHands>;
let asStaff: () => DoorCall;

beforeAll(async () => {
  world = await openWorld();
  hands = openHands(world);
  asStaff = await openStaff(world);
});
afterEach(() => hands.rest());
afterAll(async () => {
  await hands.end();
  await world.end();
});

const create = (slug: string, shard?: string) =>
  invoke(
    tenantsProcedures.create,
    {
      name: 'Lantern School',
      slug,
      tier: 'schema',
      content: 'empty',
      owner: { name: 'Mira Sol', email: `mira@${slug}.example` },
      reason,
      ...(shard && { shard }),
    },
    asStaff(),
  );

describe('an opening that staff asked for', () => {
  it('is seen step by step and ends in a tenant whose owner is mailed', async () => {
    const slug = newSlug();
    const { id, state } = await create(slug);
    expect(state).toBe('opening');
    expect(await invoke(openings.get, { id }, asStaff())).toMatchObject({
      state: 'waiting',
      askedBy: 'Rowan',
      name: 'Lantern School',
    });
    const { operations } = await invoke(workProcedures.list, { state: 'open' }, asStaff());
    expect(operations).toMatchObject([
      { kind: 'opening', tenant: { id, name: 'Lantern School' }, askedBy: 'Rowan' },
    ]);
    hands.work();
    await expect
      .poll(async () => (await invoke(openings.get, { id }, asStaff())).state, { timeout: 20_000 })
      .toBe('open');
    expect(await invoke(tenantsProcedures.get, { id }, asStaff())).toMatchObject({ slug });
    const [left] = await world.database.query(
      `select (select count(*)::int from control.outbox
           where tenant_id = $1 and job = 'mail.deliver') as mails,
         (select actor_kind from control.audit_events where tenant_id = $1) as actor,
         (select reason from control.platform_audit where tenant_id = $1) as reason`,
      [id],
    );
    expect(left).toEqual({ mails: 1, actor: 'staff', reason });
  });

  it('is retried and given up by them, with a reason', async () => {
    const { tenantId: id, ticket } = await ask();
    const mute = invoke(openings.giveUp, { id } as never, asStaff());
    await expect(mute).rejects.toMatchObject({
      code: 'invalid',
      fields: { reason: expect.any(String) },
    });
    const tried = await invoke(openings.retry, { id, reason }, asStaff());
    expect(tried.state).toBe('waiting');
    const left = await invoke(openings.giveUp, { id, reason }, asStaff());
    expect(left.state).toBe('leaving');
    hands.work();
    await keepOpenings(world.database.servers);
    await until(ticket, 'given_up');
    const late = invoke(openings.retry, { id, reason }, asStaff());
    await expect(late).rejects.toMatchObject({ code: 'precondition' });
  });

  it('is refused at once on a shard that takes none, naming the field', async () => {
    await expect(create(newSlug(), 'Nowhere')).rejects.toMatchObject({
      code: 'precondition',
      fields: { shard: expect.any(String) },
    });
  });

  it('is nobody else’s to see', async () => {
    const { tenantId: id } = await ask();
    await expect(invoke(openings.get, { id }, consoleCall())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(invoke(openings.get, { id: uuidv7() }, asStaff())).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
