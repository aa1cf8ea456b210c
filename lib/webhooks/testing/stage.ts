import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { runJobs } from '@/lib/identity/testing';
import { collectionsProcedures } from '@/lib/modules/collections/procedures';
import { webhookProcedures } from '../procedures';
import { type Receiver, startReceiver, well } from './receiver';

const { create, deliveries } = webhookProcedures.webhooks;

/** A tenant with a receiver, anew for each test. */
export interface HookStage {
  world: World;
  receiver: Receiver;
  a: TestTenant;
  admin: TestMember;
  begin(): Promise<void>;
  end(): Promise<void>;
  draft(more?: object): { name: string; url: string; kinds: string[] };
  make(more?: object): Promise<{ id: string; secret: string }>;
  /** Something that happens. */
  makeCollection(by?: TestMember): Promise<{ id: string }>;
  logOf(id: string, more?: object): ReturnType<typeof logOf>;
  run(): Promise<void>;
  /** Lets what waits for later be due. */
  later(): Promise<void>;
}

const logOf = async (by: TestMember, id: string, more: object = {}) =>
  (await invoke(deliveries, { id, ...more }, by.call())).deliveries;

export async function openHookStage(): Promise<HookStage> {
  const world = await openWorld();
  const receiver = await startReceiver();
  const query = world.database.query.bind(world.database);
  const stage: HookStage = {
    ...({ world, receiver } as HookStage),
    begin: async () => {
      await query('delete from control.webhook_endpoints');
      receiver.received.length = 0;
      receiver.answer = well;
      stage.a = await world.tenant();
      stage.admin = await world.member(stage.a, 'admin');
    },
    end: async () => {
      await receiver.end();
      await world.end();
    },
    draft: (more = {}) => ({ name: 'Ours', url: receiver.url, kinds: ['*'], ...more }),
    make: (more) => invoke(create, stage.draft(more), stage.admin.call()),
    makeCollection: (by = stage.admin) =>
      invoke(collectionsProcedures.collections.create, { name: 'Singers' }, by.call()),
    logOf: (id, more) => logOf(stage.admin, id, more),
    run: () => runJobs(world),
    later: async () => {
      await query('update control.outbox set available_at = now() where admitted_at is null');
      await query('update control.webhook_endpoints set rests_until = null');
      await query(`update control.webhook_deliveries set next_at = now() where state = 'waiting'`);
    },
  };
  return stage;
}
