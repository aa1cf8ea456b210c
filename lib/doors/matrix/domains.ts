import { v7 as uuidv7 } from 'uuid';
import type { TestTenant, World } from '../testing';
import type { Samples } from './ids';

interface Planted extends Samples {
  tenant: TestTenant;
}

/** A domain that is live, and one that the tenant gave up. */
export async function plantDomain({ database }: World, { tenant, ids, canary }: Planted) {
  ids.domainId = uuidv7();
  ids.ownHost = `${canary}.net`;
  ids.formerHost = `former.${canary}.net`;
  await database.query(
    `with made as (insert into control.domains (tenant_id, id, host, proof, state)
       values ($1, $2, $3, $4, 'live') returning host, tenant_id)
     insert into control.hosts (host, tenant_id, proven_at) select host, tenant_id, now() from made`,
    [tenant.tenantId, ids.domainId, ids.ownHost, canary],
  );
  await database.query(
    `insert into control.hosts (host, former_id, serves, free_at)
     values ($2, $1, false, now() + interval '1 day')`,
    [tenant.tenantId, ids.formerHost],
  );
}
