import type { PageDoor } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { emailHoldsProcedures } from '@/lib/platform/email-holds/procedures';
import { readerIn } from '../../_frame/words';
import { EndHold } from './end-hold';
import { Part } from './part';

interface Props {
  door: PageDoor;
  tenant: { id: string; name: string };
}

/** E-mail domains that a tenant has proven, each of which staff can take from it. */
export async function EmailDomainsSection({ door, tenant }: Props) {
  const t = await wording('console');
  const { domains } = await door.call(emailHoldsProcedures.list, { id: tenant.id });
  return (
    <Part title={t('E-mail domains')} note={domains.length}>
      {domains.length === 0 ? (
        <p className="text-muted">{t('None proven. Its admins prove one under Security.')}</p>
      ) : (
        <ul>
          {domains.map(({ domain, provenAt }) => (
            <li
              key={domain}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-1.5 last:border-b-0"
            >
              <span className="min-w-0 flex-1 break-all">{domain}</span>
              <span className="text-muted text-sm">
                {t('Seen {time} UTC', { time: formatTime(provenAt, readerIn(t.language)) })}
              </span>
              <EndHold tenant={tenant} domain={domain} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
