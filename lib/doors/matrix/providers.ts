import { sealSecret } from '@/lib/identity/oidc/provider';
import { startHostileProvider } from '@/lib/identity/oidc/testing/hostile-provider';
import { hashToken, newToken } from '@/lib/identity/secrets';
import type { TestTenant, World } from '../testing';
import type { Samples } from './ids';

interface Planted extends Samples {
  tenant: TestTenant;
}

let server: ReturnType<typeof startHostileProvider> | undefined;
let address = 'https://login.example.com';

/** The issuer of every house: what a provider is called is nobody's secret. */
export const houseIssuer = () => address;

/** An identity provider that answers, and somebody from it who waits to prove their address. */
export async function plantProvider({ database }: World, { tenant, ids, canary }: Planted) {
  server ??= startHostileProvider();
  const { issuer } = await server;
  const { tenantId, roleIds, host } = tenant;
  address = issuer;
  await database.query(
    `insert into control.identity_providers (tenant_id, id, issuer, client_id, client_secret, label,
       enabled, joins, group_claim, group_roles, default_role_id)
     values ($1, app.uuid7(), $2, 'client', $3, 'Accounts', true, true, 'groups', '[]', $4)
     on conflict (tenant_id) do nothing`,
    [tenantId, issuer, sealSecret(tenantId, canary), roleIds.guest],
  );
  Object.assign(ids, { browser: newToken(), arrivalToken: newToken() });
  await database.query(
    `insert into control.provider_arrivals (tenant_id, id, host, browser_hash, mail_hash, issuer,
       subject, email, name, groups, return_path, expires_at)
     values ($1, app.uuid7(), $2, $3, $4, $5, $6, $7, $8, '{}', '/', now() + interval '1 hour')`,
    [
      ...[tenantId, host, hashToken(ids.browser ?? ''), hashToken(ids.arrivalToken ?? ''), issuer],
      ...[newToken(), `${newToken()}@example.com`, canary],
    ],
  );
}
