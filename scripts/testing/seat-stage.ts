import { peopleProcedures } from '@/lib/access/people/procedures';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { invitationProcedures } from '@/lib/identity/invitation-procedures';
import { joinProcedures } from '@/lib/identity/joining/procedures';
import { hashToken, newToken } from '@/lib/identity/secrets';

export type SeatStage = Awaited<ReturnType<typeof openSeatStage>>;

type Way = 'invitation' | 'domain';

/** A tenant whose seats are limited, and strangers who each hold a link into it. */
export async function openSeatStage() {
  const world = await openWorld();
  let tenant: TestTenant;
  let admin: TestMember;
  let round = 0;
  let strangers = 0;
  const domain = () => `seats-${round}.com`;
  const read = async (from: string, id: string) => {
    const [row] = await world.database.query<{ n: number }>(
      `select coalesce((select ${from}), 0)::int as n`,
      [id],
    );
    return row?.n ?? 0;
  };

  // Each from a place of their own: one place has only so many calls a minute.
  const strangerAt = ({ host }: TestTenant) => {
    strangers += 1;
    const address = `10.9.${(strangers >> 8) & 255}.${strangers & 255}`;
    return webCall('rest', new Headers({ host, 'user-agent': 'test' }), address);
  };

  /** Links as a mail would bring them: only their hashes are kept, so they are written here. */
  async function write(way: Way, email: string): Promise<string> {
    const token = newToken();
    const { tenantId, host, roleIds } = tenant;
    await (way === 'invitation'
      ? world.database.query(
          `insert into control.invitations
             (tenant_id, id, email, email_key, role_id, token_hash, invited_by, expires_at)
           values ($1, app.uuid7(), $2, $2, $3, $4, $5, now() + interval '1 day')`,
          [tenantId, email, roleIds.basic, hashToken(token), admin.userId],
        )
      : world.database.query(
          `insert into control.join_requests
             (tenant_id, id, host, email, email_key, token_hash, expires_at)
           values ($1, app.uuid7(), $2, $3, $3, $4, now() + interval '1 day')`,
          [tenantId, host, email, hashToken(token)],
        ));
    return token;
  }

  return {
    /** Another tenant, with its admin alone, whose domain is open. */
    async begin() {
      round += 1;
      tenant = await world.tenant();
      admin = await world.member(tenant, 'admin');
      // Choosing one takes the time of a hundred seats.
      await world.database.query(
        `insert into control.security_policies (tenant_id, id, methods_off)
         values ($1, app.uuid7(), '{password}')`,
        [tenant.tenantId],
      );
      await world.database.query(
        `insert into control.email_domains
           (tenant_id, id, domain, proof, state, joins, join_role_id, joins_set_by)
         values ($1, app.uuid7(), $2, 'x', 'verified', true, $3, $4)`,
        [tenant.tenantId, domain(), tenant.roleIds.basic, admin.userId],
      );
      await world.database.query(
        `insert into control.email_domain_holders
           (pool_id, domain, tenant_id, proven_at, next_check_at)
         values ($1, $2, $3, now(), now() + interval '1 day')`,
        [tenant.poolId, domain(), tenant.tenantId],
      );
    },
    limit: (seats: number) =>
      world.database.query(
        `insert into control.limit_overrides (tenant_id, id, name, max, reason, by_name)
     values ($1, app.uuid7(), 'members', $2, 'As agreed', 'Staff')
     on conflict (tenant_id, name) where ended_at is null do update set max = $2`,
        [tenant.tenantId, seats],
      ),
    /** That many strangers, each ready to come. */
    async ways(n: number, way: Way) {
      const at = tenant;
      const tokens = await Promise.all(
        Array.from({ length: n }, () =>
          write(
            way,
            `p-${newToken()
              .toLowerCase()
              .replace(/[^a-z0-9]/g, '')}@${domain()}`,
          ),
        ),
      );
      const come = (token: string) => {
        const given = { token, name: 'Comer' };
        return way === 'invitation'
          ? invoke(invitationProcedures.invitation.accept, given, strangerAt(at))
          : invoke(joinProcedures.joining.accept, given, strangerAt(at));
      };
      return tokens.map((token) => () => insist(() => come(token)));
    },
    /** So many members but the admin, each about to be removed. */
    async leavers(n: number) {
      const found = await world.database.query<{ id: string }>(
        'select id from control.memberships where tenant_id = $1 and user_id <> $2 limit $3',
        [tenant.tenantId, admin.userId, n],
      );
      return found.map(({ id }) => () => {
        const gone = { id, reason: 'Left the choir' };
        return insist(() => invoke(peopleProcedures.remove, gone, admin.call()));
      });
    },
    count: async () => ({
      members: await read(
        'count(*) from control.memberships where tenant_id = $1',
        tenant.tenantId,
      ),
      counted: await read(
        `value from control.counters where tenant_id = $1 and name = 'members'`,
        tenant.tenantId,
      ),
      accounts: await read('count(*) from control.users where pool_id = $1', tenant.poolId),
    }),
    end: () => world.end(),
  };
}

/** Asks again as somebody who is told to: not everybody gets a connection at once. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if ((error as { code?: string }).code !== 'unavailable') throw error;
    }
  }
}
