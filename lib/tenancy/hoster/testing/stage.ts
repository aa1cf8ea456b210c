import { vi } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type World } from '@/lib/doors/testing';
import { type NameServer, startNameServer } from '@/lib/egress/testing/name-server';
import type { DomainView } from '../../domains/claims';
import { domainProcedures } from '../../domains/procedures';
import type { Hoster } from '../hoster';
import { tellHoster } from '../tell';
import { vercel } from '../vercel/vercel';
import { type FakeVercel, startVercel } from './vercel';

/**
 * A tenant and a name for it to prove, anew for each test, and Vercel on loopback. Whoever opens it sets
 * `HOSTER` before, in a process of their own.
 */
export interface HosterStage {
  world: World;
  names: NameServer;
  fake: FakeVercel;
  admin: TestMember;
  tenantId: string;
  host: string;
  begin(): Promise<void>;
  end(): Promise<void>;
  vercel(): Hoster;
  /** As the operator does every two seconds. */
  tell(hoster: Hoster): Promise<number>;
  rows(): Promise<Record<string, unknown>[]>;
  /** Lets what waits for later be due. */
  later(): Promise<void>;
  shown(): Promise<DomainView | undefined>;
}

export async function openHosterStage(): Promise<HosterStage> {
  const names = await startNameServer();
  vi.stubEnv('DNS_SERVERS', names.address);
  const world = await openWorld();
  const fake = await startVercel();
  let made = 0;
  const stage: HosterStage = {
    ...({ world, names, fake } as HosterStage),
    begin: async () => {
      fake.mood = 'well';
      fake.asked.length = 0;
      await world.database.query('delete from control.hoster_turns');
      const tenant = await world.tenant();
      stage.admin = await world.member(tenant, 'admin');
      stage.tenantId = tenant.tenantId;
      stage.host = `learn.larch-${made++}.com`;
    },
    end: async () => {
      await Promise.all([fake.end(), names.end()]);
      await world.end();
    },
    vercel: () => {
      const timeoutMs = fake.mood === 'silent' ? 300 : fake.wire.timeoutMs;
      return vercel(fake.access, { ...fake.wire, timeoutMs });
    },
    tell: (hoster) => tellHoster(world.database.servers, hoster),
    rows: () =>
      world.database.query('select * from control.hoster_names where host = $1', [stage.host]),
    later: async () => {
      await world.database.query(
        `update control.hoster_names set next_at = now(), held_until = null
         where next_at is not null and host = $1`,
        [stage.host],
      );
      await world.database.query('delete from control.hoster_turns');
    },
    shown: async () => (await invoke(domainProcedures.list, {}, stage.admin.call())).domains[0],
  };
  return stage;
}
