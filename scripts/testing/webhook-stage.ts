import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { runJobs } from '@/lib/identity/testing';
import { webhookProcedures } from '@/lib/webhooks/procedures';
import { type Receiver, startReceiver } from '@/lib/webhooks/testing/receiver';

const { create } = webhookProcedures.webhooks;

/** A tenant with a webhook and the receiver behind it. */
export interface Line {
  tenant: TestTenant;
  admin: TestMember;
  receiver: Receiver;
  webhookId: string;
  secret: string;
}

export interface WebhookStage {
  world: World;
  /** Another webhook; of a tenant of its own unless one is given. */
  line(beside?: Line): Promise<Line>;
  /** Lets events happen in a tenant, bodies of all kinds among them; answers their ids. */
  happen(tenant: TestTenant, count: number): Promise<string[]>;
  run(): Promise<void>;
  /** Lets all that waits be due. */
  later(): Promise<void>;
  /** How often deliveries of a webhook stand in each state. */
  states(line: Line): Promise<Record<string, number>>;
  end(): Promise<void>;
}

export async function openWebhookStage(): Promise<WebhookStage> {
  const world = await openWorld();
  const receivers: Receiver[] = [];
  const query = world.database.query.bind(world.database);
  return {
    world,
    line: async (beside) => {
      const tenant = beside?.tenant ?? (await world.tenant());
      const admin = beside?.admin ?? (await world.member(tenant, 'admin'));
      const receiver = await startReceiver();
      receivers.push(receiver);
      const draft = { name: 'Proof', url: receiver.url, kinds: ['*'] };
      const { id: webhookId, secret } = await invoke(create, draft, admin.call());
      return { tenant, admin, receiver, webhookId, secret };
    },
    happen: async ({ tenantId }, count) => {
      const ids = Array.from({ length: count }, () => uuidv7());
      const rows = ids.map((eventId) => ({
        id: uuidv7(),
        payload: { eventId, kind: 'people.invite', body: JSON.stringify(anything()) },
      }));
      await query(
        `insert into control.outbox (tenant_id, id, job, payload)
         select $1, (row ->> 'id')::uuid, 'webhooks.fanOut', row -> 'payload'
         from jsonb_array_elements($2::jsonb) row`,
        [tenantId, JSON.stringify(rows)],
      );
      return ids;
    },
    run: () => runJobs(world),
    later: async () => {
      await query('update control.outbox set available_at = now() where admitted_at is null');
      await query('update control.webhook_endpoints set rests_until = null');
      await query(`update control.webhook_deliveries set next_at = now() where state = 'waiting'`);
    },
    states: async ({ webhookId }) => {
      const rows = await query<{ state: string; count: number }>(
        `select state, count(*)::int as count from control.webhook_deliveries
         where endpoint_id = $1 group by state`,
        [webhookId],
      );
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },
    end: async () => {
      await Promise.all(receivers.map((one) => one.end()));
      await world.end();
    },
  };
}

const parts = [
  'plain',
  '한국어',
  '🏠',
  '"quoted"',
  '\\',
  '\n\r\t',
  '\u2028',
  '</script>',
  '.',
  ' ',
];

/** A body with letters that have broken signatures elsewhere. */
function anything() {
  const bytes = randomBytes(12);
  const words = [...bytes].map((byte) => parts[byte % parts.length]).join('');
  return { type: 'people.invite', data: { words, size: 'x'.repeat((bytes[0] ?? 0) * 40) } };
}
