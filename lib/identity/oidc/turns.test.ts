import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { mailsTo, runJobs } from '../testing';
import { honestStage } from './testing/honest-stage';
import { confirm, setProvider } from './testing/stage';

const { stage, who, know, enter, joining, rolesOf } = honestStage();

it('two ways in of one stranger through the provider do not wait for each other for ever', async () => {
  const { world, a, admin } = stage;
  await setProvider(admin, joining());
  know('ann', { email_verified: false });
  const { browser } = await enter('ann');
  know('ann');
  await runJobs(world);
  expect(await mailsTo(world, who('ann'))).toHaveLength(1);
  const holder = new pg.Client({ connectionString: world.database.adminUrl });
  await holder.connect();
  const waiting = async (count: number) =>
    await vi.waitFor(
      async () => {
        // Not by the holder: a transaction sees the connections there were when it first looked.
        const rows = await world.database.query(
          `select 1 from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`,
        );
        expect(rows).toHaveLength(count);
      },
      { timeout: 20_000 },
    );
  try {
    await holder.query('begin');
    await holder.query(
      `select 1 from control.roles where tenant_id = $1 and key = 'admin' for update`,
      [a.tenantId],
    );
    // The first in line finds no account yet; the second, with the mail in hand, would make one.
    const entering = enter('ann');
    await waiting(1);
    const confirming = confirm(world, a, { email: who('ann'), browser });
    await waiting(2);
    await holder.query('commit');
    const done = await Promise.allSettled([entering, confirming]);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await rolesOf(who('ann'))).toEqual(['basic']);
  } finally {
    await holder.end();
  }
}, 60_000);
