import { v7 as uuidv7 } from 'uuid';
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

/** A mail that waits and one that failed. */
export async function plantMails({ database }: World, { tenant, ids, canary }: Planted) {
  const to = 'someone@example.com';
  const { brand } = publishBrand({ color: '#1a6b50', name: canary });
  const mail = compose(mailLook(brand, MailTokens.parse({})), {
    ...{ kind: 'roles', to, language: 'en', subject: canary, heading: canary },
    ...{ paragraphs: [canary], note: canary },
    button: { label: canary, url: 'https://somewhere.example/' },
  });
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
