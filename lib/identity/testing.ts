import { runJob } from '../doors/job';
import type { TestTenant, World } from '../doors/testing';
import type { OutboxPlane } from '../jobs/payload';
import { hashPassword } from './passwords';

/** What every test person signs in with, unless they choose another. */
export const testPassword = 'correct-battery-horse';

let hashed: Promise<string> | undefined;

/** Gives an account the test password. */
export async function givePassword(world: World, tenant: TestTenant, userId: string) {
  hashed ??= hashPassword(testPassword);
  await world.database.query(
    `insert into control.credentials (id, pool_id, user_id, kind, secret)
     values (app.uuid7(), $1, $2, 'password', $3)
     on conflict (pool_id, user_id, kind) do update set secret = excluded.secret`,
    [tenant.poolId, userId, await hashed],
  );
}

interface Waiting {
  id: string;
  tenant_id: string;
  job: string;
  payload: Record<string, unknown>;
}

/** Runs what waits in both outboxes, and what that enqueues, as the worker would. */
export async function runJobs(world: World): Promise<void> {
  for (const [plane, table] of [
    ['control', 'control.outbox'],
    ['tenant', 'pooled.outbox'],
  ] as [OutboxPlane, string][]) {
    const waiting = await world.database.query<Waiting>(
      `update ${table} set admitted_at = now() where admitted_at is null
       returning id, tenant_id, job, payload`,
    );
    for (const { id, tenant_id: tenantId, job, payload } of waiting) {
      await runJob({ tenantId, plane, outboxId: id, job, input: payload });
    }
    if (waiting.length > 0) return await runJobs(world);
  }
}

/** Mails kept for an address, newest first. */
export const mailsTo = (world: World, address: string) =>
  world.database.query<{ subject: string; text: string; html: string }>(
    'select subject, text, html from control.mailbox where recipient = $1 order by at desc, id desc',
    [address],
  );

/** The last path segment of the one link in a mail. */
export const tokenIn = (text: string): string => /\/([\w-]{43})(\s|$)/.exec(text)?.[1] ?? '';
