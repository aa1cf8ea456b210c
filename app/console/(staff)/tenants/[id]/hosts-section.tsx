import type { PageDoor } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { hostHoldsProcedures } from '@/lib/platform/host-holds/procedures';
import { readerIn } from '../../_frame/words';
import { HostActs } from './host-acts';
import { Part } from './part';

interface Props {
  door: PageDoor;
  tenant: { id: string; name: string };
}

/** Custom hosts that a tenant has proven, or gave up not long ago, each of which staff can take or open. */
export async function HostsSection({ door, tenant }: Props) {
  const t = await wording('console');
  const { hosts } = await door.call(hostHoldsProcedures.list, { id: tenant.id });
  const reader = readerIn(t.language);
  return (
    <Part title={t('Hosts of its own')} note={hosts.length}>
      {hosts.length === 0 ? (
        <p className="text-muted">{t('None proven. Its admins prove one under Domains.')}</p>
      ) : (
        <ul>
          {hosts.map(({ host, serves, provenAt, freeAt }) => (
            <li
              key={host}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-1.5 last:border-b-0"
            >
              <span className="min-w-0 flex-1 break-all">{host}</span>
              <span className="text-muted text-sm">
                {freeAt
                  ? t('Closed until {time} UTC', { time: formatTime(freeAt, reader) })
                  : provenAt
                    ? t('Seen {time} UTC', { time: formatTime(provenAt, reader) })
                    : t('Given without a proof')}
                {freeAt || serves ? null : `, ${t('not served')}`}
              </span>
              <HostActs tenant={tenant} host={host} isClosed={freeAt !== null} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
