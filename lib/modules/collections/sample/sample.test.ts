import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { collectionProcedures } from '../collections/procedures';
import { recordProcedures } from '../records/procedures';
import { turnOff } from '../testing/actors';
import { sample } from './procedures';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const payload = ({ tenantId }: TestTenant, outboxId = uuidv7()) => ({
  tenantId,
  plane: 'control' as const,
  outboxId,
  job: 'collections.sample',
  input: {},
});

describe('sample collections', () => {
  it('gives a tenant two collections of checked records, once per job', async () => {
    const tenant = await world.tenant();
    const admin = await world.member(tenant, 'admin');
    const job = payload(tenant);
    await runJob(job);
    await runJob(job);
    const made = await invoke(collectionProcedures.list, {}, admin.call());
    expect(
      made.map(({ name, recordCount, fieldCount }) => [name, recordCount, fieldCount]),
    ).toEqual([
      ['Contacts', 22, 6],
      ['Projects', 18, 7],
    ]);
    const page = await invoke(
      recordProcedures.list,
      { collectionId: made[1]?.id ?? '', search: 'catalogue' },
      admin.call(),
    );
    expect(page.records.length).toBeGreaterThan(0);
    expect(page.records[0]?.data.due).toMatch(/^\d{4}-\d\d-\d\d$/);
    const { records } = await invoke(
      recordProcedures.list,
      { collectionId: made[1]?.id ?? '', search: 'website' },
      admin.call(),
    );
    expect(records[0]?.data.days_left).toBeGreaterThan(10);
  });

  it('speaks the language of the tenant', async () => {
    const tenant = await world.tenant({ locale: 'ko' });
    const admin = await world.member(tenant, 'admin');
    await runJob(payload(tenant));
    const made = await invoke(collectionProcedures.list, {}, admin.call());
    expect(made.map(({ name, recordCount }) => [name, recordCount])).toEqual([
      ['연락처', 22],
      ['프로젝트', 18],
    ]);
    const page = await invoke(
      recordProcedures.list,
      { collectionId: made[1]?.id ?? '', search: '카탈로그' },
      admin.call(),
    );
    expect(page.records).toHaveLength(1);
  });

  it('stays in the tenant of the job', async () => {
    const [tenant, other] = [await world.tenant(), await world.tenant()];
    const stranger = await world.member(other, 'admin');
    await runJob(payload(tenant));
    expect(await invoke(collectionProcedures.list, {}, stranger.call())).toEqual([]);
  });

  it('does nothing where the module is off, and is no door for people', async () => {
    const tenant = await world.tenant();
    const admin = await world.member(tenant, 'admin');
    await expect(invoke(sample, {}, admin.call())).rejects.toMatchObject({ code: 'not_found' });
    await turnOff(tenant);
    await expect(runJob(payload(tenant))).rejects.toMatchObject({ code: 'not_found' });
  });
});
