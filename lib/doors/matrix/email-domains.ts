import { v7 as uuidv7 } from 'uuid';
import { hashToken, newToken } from '@/lib/identity/secrets';
import type { TestTenant, World } from '../testing';
import type { Samples } from './ids';

interface Planted extends Samples {
  tenant: TestTenant;
}

/** A domain that is proven and by which people join, and the mailed link of somebody who wants to. */
export async function plantEmailDomain({ database }: World, { tenant, ids, canary }: Planted) {
  const { tenantId, poolId, roleIds, host } = tenant;
  const domain = `${canary}.com`;
  ids.emailDomainId = uuidv7();
  ids.emailDomain = domain;
  ids.joinToken = newToken();
  ids.joinEmail = `joins@${domain}`;
  await database.query(
    `insert into control.email_domains (tenant_id, id, domain, proof, state, joins, join_role_id,
       joins_set_by)
     values ($1, $2, $3, $4, 'verified', true, $5, $6)`,
    [tenantId, ids.emailDomainId, domain, canary, roleIds.guest, ids.adminId],
  );
  await database.query(
    `insert into control.email_domain_holders (pool_id, domain, tenant_id, proven_at, next_check_at)
     values ($1, $2, $3, now(), now() + interval '1 day')`,
    [poolId, domain, tenantId],
  );
  await database.query(
    `insert into control.join_requests (tenant_id, id, host, email, email_key, token_hash, expires_at)
     values ($1, app.uuid7(), $2, $3, $3, $4, now() + interval '1 day')`,
    [tenantId, host, ids.joinEmail, hashToken(ids.joinToken)],
  );
}
