import { mailWhoMay } from '../access/people/mail-who-may';
import { writeAudit } from '../doors/audit';
import type { ControlCtx } from '../doors/ctx';
import { shutWebhook } from './endpoints';
import { webhookShutLetter } from './letters';

interface Shut {
  id: string;
  name: string;
  url: string;
}

/**
 * Turns off a webhook whose receiver is gone or has failed for days, and tells whoever manages them,
 * in the transaction at hand.
 */
export async function shut(
  { db, call, actor, tenant }: ControlCtx,
  { id, name, url }: Shut,
  state: 'gone' | 'failed',
): Promise<void> {
  if (!(await shutWebhook(db, id, state))) return;
  const at = new URL(url).origin;
  await writeAudit('control', db, {
    ...{ meta: { name: 'webhooks.turnOff' }, call, actor },
    subject: {
      kind: 'webhook',
      id,
      detail: { name, at, before: { state: 'active' }, after: { state } },
    },
  });
  const path = `/settings/developers/webhooks/${id}`;
  const place = { tenant, permission: 'webhooks.manage', path } as const;
  await mailWhoMay(db, place, (addressed) => webhookShutLetter(addressed, { name, at, state }));
}
