import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { Operations } from '@/db/operations/queue';
import { invoke } from '../../../doors/callable';
import type { World } from '../../../doors/testing';
import { webCall } from '../../../doors/web-call';
import { type Runner, startRunner } from '../../../operations/runner';
import { enterTenant } from '../../../server/open-tenant';
import { signUp } from '../../onboarding/procedures';
import { openingKind } from '../ask';
import { type Enter, opening } from '../open';
import { signUpOpenings } from '../procedures';

export type WalledTier = 'schema' | 'database';

let addresses = 0;

/** Each stranger from an address of their own, so that the limit on sign-ups stays out of the way. */
export const stranger = () =>
  webCall('rest', new Headers({ host: 'rowhouse.localhost' }), `10.1.0.${++addresses}`);

export const founding = (slug: string, tier: WalledTier = 'schema') => ({
  name: 'Harbour Choir',
  slug,
  tier,
  look: { color: '#1f5fae' },
  owner: { name: 'Ida Berg', email: `ida@${slug}.example`, password: 'six wooden boats' },
  content: 'empty' as const,
});

export const newSlug = () => `choir-${uuidv7().slice(-10)}`;

/** Asks for a workspace as a founder does. */
export async function ask(slug = newSlug(), tier: WalledTier = 'schema') {
  const { url, tenantId } = await invoke(signUp, founding(slug, tier), stranger());
  return { slug, tenantId, ticket: url.slice(url.lastIndexOf('/') + 1) };
}

export const look = (ticket: string) => invoke(signUpOpenings.opening, { ticket }, stranger());

/** Waits until an opening is in one of these states; one that is open, until it is filled as well. */
export async function until(ticket: string, ...states: string[]) {
  for (let tries = 0; tries < 1_500; tries++) {
    const seen = await look(ticket);
    const filled = seen.steps.every(({ state }) => state === 'done');
    if (states.includes(seen.state) && (seen.state !== 'open' || filled)) return seen;
    await pause(20);
  }
  throw new Error(`It stayed ${JSON.stringify(await look(ticket))}`);
}

/** The operator's hands on openings. */
export function openHands({ database }: World) {
  const operations = new Operations(database.urlOf('rowhouse_operator'));
  let runner: Runner | undefined;
  const rest = async () => {
    await runner?.stop();
    runner = undefined;
  };
  return {
    work(enter: Enter = enterTenant, servers = database.servers) {
      const handlers = { [openingKind]: opening(servers, enter) };
      runner = startRunner(operations, handlers, { idleMs: 20 });
    },
    rest,
    end: async () => {
      await rest();
      await operations.close();
    },
  };
}

/** Everything that stands for an id, in the control plane and beside it; homes and pools of nobody. */
export async function traces({ database }: World, tenantId: string) {
  const [row] = await database.query<Record<string, number>>(
    `select (select count(*)::int from control.tenants where id = $1) as tenants,
       (select count(*)::int from control.pools p where not exists
         (select 1 from control.tenants t where t.pool_id = p.id)) as pools,
       (select count(*)::int from control.homes h where not exists
         (select 1 from control.placements p where p.role_name = h.role_name)) as homes,
       (select count(*)::int from app.placements where tenant_id = $1) as places,
       (select count(*)::int from control.audit_events where tenant_id = $1) as events`,
    [tenantId],
  );
  return row;
}

export const nothing = { tenants: 0, pools: 0, homes: 0, places: 0, events: 0 };
