import { v7 as uuidv7 } from 'uuid';
import { bounceHash } from '@/lib/mail/bounces';
import { compose } from '@/lib/mail/compose';
import { mailLook } from '@/lib/mail/look';
import { seal } from '@/lib/mail/sealing';
import { publishBrand } from '@/lib/tenancy/branding/publish';
import { MailTokens } from '@/lib/tenancy/branding/tokens';
import type { TestTenant, World } from '../testing';
import type { Samples } from './ids';

interface Planted extends Samples {
  tenant: TestTenant;
}

/** A mail that waits, one that failed, and an address that bounced. */
export async function plantMails({ database }: World, { tenant, ids, canary }: Planted) {
  const to = 'someone@example.com';
  const { brand } = publishBrand({ color: '#1a6b50', name: canary });
  const mail = compose(mailLook(brand, MailTokens.parse({})), {
    ...{ kind: 'roles', to, language: 'en', subject: canary, heading: canary },
    ...{ paragraphs: [canary], note: canary },
    button: { label: canary, url: 'https://somewhere.example/' },
  });
  ids.bouncedAddress = `bounced@${tenant.slug}.example`;
  await database.query(
    `insert into control.bounced_addresses (tenant_id, id, address_hash, reason)
     values ($1, app.uuid7(), $2, $3)`,
    [tenant.tenantId, bounceHash(tenant.tenantId, ids.bouncedAddress), canary],
  );
  const sealed = seal(JSON.stringify(mail));
  for (const [name, state] of [
    ['waitingMailId', 'queued'],
    ['mailId', 'failed'],
  ] as const) {
    ids[name] = uuidv7();
    await database.query(
      `insert into control.mails (tenant_id, id, kind, recipient, recipient_key, state, reason, sealed)
       values ($1, $2, 'roles', $3, $3, $4, $5, $6)`,
      [tenant.tenantId, ids[name], to, state, canary, sealed],
    );
  }
}
