import { Secret, TOTP } from 'otpauth';
import { invoke } from '../doors/callable';
import { runJob } from '../doors/job';
import type { TestMember, TestTenant, World } from '../doors/testing';
import type { OutboxPlane } from '../jobs/payload';
import { factorProcedures } from './factors/procedures';
import { hashPassword } from './passwords/hashing';

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

interface Waiting extends Record<string, unknown> {
  id: string;
  tenant_id: string;
  job: string;
  payload: Record<string, unknown>;
}

const admit = (table: string) =>
  `update ${table} set admitted_at = now() where admitted_at is null and available_at <= now()
   returning id, tenant_id, job, payload`;

/** Runs what is due in all outboxes, and what that enqueues, as the worker would. */
export async function runJobs(world: World): Promise<void> {
  const waiting: [OutboxPlane, Waiting[]][] = [
    ['control', await world.database.query<Waiting>(admit('control.outbox'))],
    ['tenant', await world.rowsEverywhere<Waiting>(admit('outbox'))],
  ];
  for (const [plane, rows] of waiting) {
    // In the order in which they were asked for.
    for (const { id, tenant_id: tenantId, job, payload } of rows.sort(byId)) {
      await runJob({ tenantId, plane, outboxId: id, job, input: payload });
    }
  }
  if (waiting.some(([, rows]) => rows.length > 0)) await runJobs(world);
}

const byId = (one: Waiting, other: Waiting) => (one.id < other.id ? -1 : 1);

/** Mails kept for an address, newest first. */
export const mailsTo = (world: World, address: string) =>
  world.database.query<{ subject: string; text: string; html: string }>(
    'select subject, text, html from control.mailbox where recipient = $1 order by at desc, id desc',
    [address],
  );

/** The last path segment of the one link in a mail. */
export const tokenIn = (text: string): string => /\/([\w-]{43})(\s|$)/.exec(text)?.[1] ?? '';

/** The code an authenticator with this secret shows, `steps` intervals from now. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });

/** Sets an authenticator up for a member; answers its secret and recovery codes. */
export async function giveAuthenticator(member: TestMember) {
  const { begin, confirm } = factorProcedures.factors;
  const { secret } = await invoke(begin, {}, member.call());
  const finish = () => invoke(confirm, { code: codeOf(secret, -1) }, member.call());
  // The half minute may end between the making of a code and its judging.
  const { recoveryCodes } = await finish().catch(finish);
  return { secret, recoveryCodes };
}

/** A sign-in that was finished at once. Fails when something is left to prove. */
export function arrived<T extends object>(entrance: T): Extract<T, { token: string }> {
  if ('token' in entrance) return entrance as Extract<T, { token: string }>;
  throw new Error('This sign-in is not finished.');
}

/**
 * Begins `begin` while somebody else changes who may do what at a tenant, and once it waits for them
 * has that other change lock a row: fails where the two would wait for each other. Answers what came.
 */
export async function inTheWayOf<T>(
  { database }: World,
  { tenantId }: TestTenant,
  { row, begin }: { row: string; begin: () => Promise<T> },
): Promise<T> {
  const turn = `select 1 from control.roles
    where tenant_id = '${tenantId}' and key = 'admin' and built_in for update`;
  const { begun } = await database.inRolledBack(turn, async (query) => {
    const begun = begin();
    // Whoever fails fails again where it is waited for.
    begun.catch(() => undefined);
    const waits = `select 1 from pg_locks l join pg_database d on d.oid = l.database
      where not l.granted and d.datname = current_database()
      union all select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await query(waits)).length === 0) await new Promise((done) => setTimeout(done, 20));
    await query(`select 1 from ${row} for update nowait`);
    return { begun };
  });
  return await begun;
}
