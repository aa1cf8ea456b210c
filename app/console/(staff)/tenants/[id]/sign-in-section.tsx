import { Status } from '@/components/ui/status';
import type { PageDoor } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { poolJoinsProcedures } from '@/lib/platform/pool-joins/procedures';
import { readerIn } from '../../_frame/words';
import { BringAgain } from './bring-again';
import { EndRunningJoin } from './end-running-join';
import { OfferJoin } from './offer-join';
import { Part } from './part';
import { WithdrawJoin } from './withdraw-join';

interface Props {
  door: PageDoor;
  id: string;
}

/** Whether a tenant shares its sign-in, is offered to, or is on its way. */
export async function SignInSection({ door, id }: Props) {
  const t = await wording('console');
  const preview = await door.call(poolJoinsProcedures.preview, { id });
  const { join, tenant, people, left, late } = preview;
  const open = join?.state === 'offered' || join?.state === 'running';
  return (
    <Part
      title={t('Shared sign-in')}
      action={
        open ? (
          join.state === 'offered' ? (
            <WithdrawJoin id={id} name={tenant.name} />
          ) : (
            <EndRunningJoin tenant={tenant} left={left} />
          )
        ) : preview.isShared ? null : (
          <OfferJoin preview={preview} />
        )
      }
    >
      {open ? (
        <p className="flex flex-wrap items-center gap-2">
          <Status tone={join.state === 'offered' ? 'neutral' : 'warning'}>
            {join.state === 'offered' ? t('Offered') : t('Coming over')}
          </Status>
          <span className="text-muted">
            {join.state === 'offered'
              ? t('To share {pool}, since {time} UTC. Its owner has to agree.', {
                  pool: join.pool,
                  time: formatTime(join.createdAt, readerIn(t.language)),
                })
              : t('To {pool}: {left} of {people} have not come over.', {
                  pool: join.pool,
                  left: String(left),
                  people: String(people),
                })}
          </span>
        </p>
      ) : (
        <p className="text-muted">
          {preview.isShared
            ? join?.state === 'ended'
              ? t('Came over to {pool}.', { pool: join.pool })
              : t('It shares its sign-in with other tenants.')
            : t('It can join a shared pool; its owner has to agree.')}
        </p>
      )}
      {late > 0 ? (
        <p className="mt-3 flex flex-wrap items-center gap-2">
          <Status tone="danger">{t('Records lag behind')}</Status>
          <span className="text-muted">
            {t(
              'Of {count, plural, one {# person} other {# people}} who came over, records name the former account still.',
              { count: late },
            )}
          </span>
          <BringAgain id={id} people={late} />
        </p>
      ) : null}
    </Part>
  );
}
