import { Banner } from '@/components/ui/banner';
import { FormSection } from '@/components/ui/form-section';
import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import type { MemberDoor } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { poolJoinProcedures } from '@/lib/identity/pool-join/procedures';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../_shell/reader';
import { AnswerJoin } from './answer-join';
import { BringAgain } from './bring-again';
import { EndJoin } from './end-join';

/** An offer to share the sign-in with other workspaces, or how far people have come over. */
export async function SharedSignInSection({ door }: { door: MemberDoor }) {
  const { join, people, late, ties, isOwner } = await door.call(
    poolJoinProcedures.poolJoin.get,
    {},
  );
  if (!join && late === 0) return null;
  const t = await wording('settings');
  const lateNotice = late > 0 ? <BringAgain people={late} /> : null;
  if (!join) {
    return (
      <FormSection
        title={t('Shared sign-in')}
        description={t('One account for this workspace and others, each with people of its own.')}
      >
        {lateNotice}
      </FormSection>
    );
  }
  const offered = join.state === 'offered';
  const since = formatDay(join.startedAt ?? join.offeredAt, readerOf(door));
  return (
    <FormSection
      title={t('Shared sign-in')}
      description={t('One account for this workspace and others, each with people of its own.')}
    >
      {offered ? (
        <>
          <p>
            {t('On {day} the platform offered you to share the sign-in of {pool}: {reason}', {
              day: since,
              pool: join.pool,
              reason: join.reason,
            })}
          </p>
          <ul className="grid list-disc gap-1 pl-5 text-muted">
            <li>
              {t(
                '{count, plural, one {# person comes over by themselves} other {# people come over, each by themselves}}, with their former account and the new one. Until then it is shut to them.',
                { count: people.all },
              )}
            </li>
            <li>
              {t(
                'Sessions, API tokens and invitations end at once. Roles, teams and records stay.',
              )}
            </li>
            <li>
              {t(
                'Single sign-on and joining by e-mail domain are turned off, for you to set up anew.',
              )}
            </li>
            <li>{t('It cannot be undone once it has begun.')}</li>
          </ul>
          {ties > 0 ? (
            <Banner
              tone="warning"
              title={t('Shared views have to end first')}
              action={
                <LinkButton size="small" href="/settings/sharing">
                  {t('See shared views')}
                </LinkButton>
              }
            >
              {t(
                '{count, plural, one {# view that this workspace shares with another ties it} other {# views that this workspace shares with others tie it}} to its present sign-in. End what it gives and decline what it was given, then agree.',
                { count: ties },
              )}
            </Banner>
          ) : null}
          {isOwner ? (
            <AnswerJoin pool={join.pool} mayAgree={ties === 0} />
          ) : (
            <p>{t('Only the owner of this workspace can agree or decline.')}</p>
          )}
        </>
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Status tone={people.left > 0 ? 'warning' : 'success'}>
              {people.left > 0
                ? t(
                    '{count, plural, one {# person has not come over} other {# people have not come over}}',
                    { count: people.left },
                  )
                : t('Everybody has come over')}
            </Status>
            {people.left > 0 ? (
              <LinkButton href="/settings/people?state=unclaimed">{t('See who')}</LinkButton>
            ) : null}
          </div>
          <p className="text-muted">
            {t('Shares the sign-in of {pool} since {day}.', { pool: join.pool, day: since })}
          </p>
          {lateNotice}
          {isOwner ? <EndJoin left={people.left} /> : null}
        </>
      )}
    </FormSection>
  );
}
