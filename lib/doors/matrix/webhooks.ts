import { v7 as uuidv7 } from 'uuid';
import { newSecret } from '@/lib/webhooks/secrets';
import type { TestTenant, World } from '../testing';
import type { Samples } from './ids';

interface Planted extends Samples {
  tenant: TestTenant;
}

/** A webhook whose receiver is not there, and a message that waits for it. */
export async function plantWebhook({ database }: World, { tenant, ids, canary }: Planted) {
  const { tenantId } = tenant;
  const [id, deliveryId] = [uuidv7(), uuidv7()];
  Object.assign(ids, { webhookId: id, webhookDeliveryId: deliveryId });
  const { sealed } = newSecret({ tenantId, id });
  await database.query(
    `insert into control.webhook_endpoints (tenant_id, id, name, url, kinds, secret)
     values ($1, $2, $3, 'https://127.0.0.1:9/', '{records.create}', $4)`,
    [tenantId, id, canary, sealed],
  );
  await database.query(
    `insert into control.webhook_deliveries (tenant_id, id, endpoint_id, event_id, kind, body)
     values ($1, $2, $3, app.uuid7(), 'records.create', $4)`,
    [tenantId, deliveryId, id, JSON.stringify({ type: canary })],
  );
}
