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

/** Turns off a webhook whose receiver is gone or has failed for days, and tells whoever manages them. */
export async function shut(
  ctx: ControlCtx,
  { id, name, url }: Shut,
  state: 'gone' | 'failed',
): Promise<void> {
  const at = new URL(url).origin;
  await ctx.transact(async (db) => {
    if (!(await shutWebhook(db, id, state))) return;
    await writeAudit('control', db, {
      meta: { name: 'webhooks.turnOff' },
      call: ctx.call,
      actor: ctx.actor,
      subject: {
        kind: 'webhook',
        id,
        detail: { name, at, before: { state: 'active' }, after: { state } },
      },
    });
    const { tenant } = ctx;
    const path = `/settings/developers/webhooks/${id}`;
    const place = { tenant, permission: 'webhooks.manage', path } as const;
    await mailWhoMay(db, place, (addressed) => webhookShutLetter(addressed, { name, at, state }));
  });
}
