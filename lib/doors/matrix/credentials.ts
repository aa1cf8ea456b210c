import { v7 as uuidv7 } from 'uuid';
import { hashToken, newToken } from '@/lib/identity/secrets';
import type { TestTenant, World } from '../testing';
import type { Samples } from './ids';
import { picture } from './sample';

interface Planted extends Samples {
  tenant: TestTenant;
  bearer: string;
  client: string;
}

/** Credentials and pictures have no operation that answers their secret or id. */
export async function plantCredentials({ database }: World, house: Planted, userId: string) {
  const { tenant, ids, canary } = house;
  const [invitationId, assetId, tokenId] = [uuidv7(), uuidv7(), uuidv7()];
  const made = { invitationId, assetId, tokenId, invitationToken: newToken() };
  Object.assign(ids, made);
  await database.query(
    `insert into control.invitations (tenant_id, id, email, email_key, role_id, token_hash, expires_at)
     values ($1, $2, $3, $3, $4, $5, now() + interval '1 day')`,
    [
      tenant.tenantId,
      invitationId,
      `${canary}@x.example`,
      ids.roleId,
      hashToken(made.invitationToken),
    ],
  );
  await database.query(
    `insert into control.brand_assets (tenant_id, id, kind, media_type, content)
     values ($1, $2, 'logo', 'image/png', $3)`,
    [tenant.tenantId, made.assetId, picture.toString('base64')],
  );
  await database.query(
    `insert into control.api_tokens (tenant_id, id, user_id, name, token_hash, scopes)
     values ($1, $2, $3, $4, $5, '{people.read}')`,
    [tenant.tenantId, made.tokenId, userId, canary, hashToken(house.bearer)],
  );
  await database.query(
    `insert into control.sessions (pool_id, id, login_id, user_id, tenant_id, host, kind, token_hash,
       idle_seconds, expires_at)
     select pool_id, app.uuid7(), login_id, user_id, tenant_id, host, 'api', $3, idle_seconds, expires_at
     from control.sessions where tenant_id = $1 and user_id = $2`,
    [tenant.tenantId, userId, hashToken(house.client)],
  );
  for (const [name, purpose] of [
    ['magicTicket', 'magic_link'],
    ['resetToken', 'reset'],
  ] as const) {
    ids[name] = newToken();
    await database.query(
      `insert into control.one_time_tokens (id, purpose, pool_id, tenant_id, user_id, host, token_hash, expires_at)
       values (app.uuid7(), $1, $2, $3, $4, $5, $6, now() + interval '1 day')`,
      [purpose, tenant.poolId, tenant.tenantId, userId, tenant.host, hashToken(ids[name])],
    );
  }
}
