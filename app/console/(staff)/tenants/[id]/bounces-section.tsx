import type { PageDoor } from '@/lib/doors/page';
import { formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { mailBouncesProcedures } from '@/lib/platform/mail-bounces/procedures';
import { LiftBounce } from './lift-bounce';
import { Part } from './part';

interface Props {
  door: PageDoor;
  tenant: { id: string; name: string };
}

/** Addresses that mails of a tenant do not go to for a week; nothing while there are none. */
export async function BouncesSection({ door, tenant }: Props) {
  const t = await wording('console');
  const { addresses } = await door.call(mailBouncesProcedures.count, { id: tenant.id });
  if (addresses === 0) return null;
  return (
    <Part title={t('Addresses that bounced')} note={formatNumber(addresses, t.language)}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">
          {t('A mail server said that there are no such addresses. They are kept as hashes alone.')}
        </p>
        <LiftBounce tenant={tenant} />
      </div>
    </Part>
  );
}
