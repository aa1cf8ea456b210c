import { HistoryList } from '@/app/_shared/plans/history-list';
import { LimitBars } from '@/app/_shared/plans/limit-bars';
import { OwedList } from '@/app/_shared/plans/owed-list';
import { sinceOf, stateWords } from '@/app/_shared/plans/plan-words';
import { Banner } from '@/components/ui/banner';
import { Status } from '@/components/ui/status';
import type { SubscriptionView } from '@/lib/billing/subscriptions/shapes';
import type { PageDoor } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { subscriptionsProcedures } from '@/lib/platform/subscriptions/procedures';
import { readerIn } from '../../_frame/words';
import { OverridesPart } from './overrides-part';
import { Part } from './part';
import { PutDialog } from './put-dialog';
import { TurnButtons } from './turn-buttons';

/** What a tenant is on, how much of it is used, and what staff can do about it. */
export async function PlanSection({
  door,
  tenant,
}: {
  door: PageDoor;
  tenant: { id: string; name: string };
}) {
  const t = await wording('plans');
  const reader = readerIn(t.language);
  const { held, signing, limits, overrides, fallback, choices, history, back } = await door.call(
    subscriptionsProcedures.ofTenant,
    { id: tenant.id },
  );
  return (
    <Worded areas={['plans']}>
      <Part
        title={t('Plan')}
        action={
          <PutDialog
            key={held?.revision}
            {...{ tenant, choices }}
            heldSeen={held?.changedAt ?? null}
          />
        }
      >
        {held ? (
          <Held t={t} held={held} time={formatTime(sinceOf(held, history), reader)} />
        ) : (
          <p className="text-muted">
            {fallback
              ? t('On no plan: {plan}, version {version}, holds for all such tenants.', {
                  ...{ plan: fallback.name, version: fallback.version },
                })
              : t('On no plan: everything, without limits.')}
          </p>
        )}
        {held ? <TurnButtons key={held.revision} tenant={tenant} of={held} /> : null}
        {[held, signing].map((one) =>
          one && (one.nextAt || one.state === 'signing') ? (
            <Banner
              key={one.id}
              title={
                one.nextAt && one.nextState
                  ? t('{plan}: {state} from {time} UTC on', {
                      ...{ plan: one.name, state: t(stateWords[one.nextState].word) },
                      time: formatTime(one.nextAt, reader),
                    })
                  : t('{plan} is asked for', { plan: one.name })
              }
            >
              <p>
                {t('{name}: {reason}', {
                  ...{ name: one.askedByName, reason: one.nextReason ?? one.note },
                })}
              </p>
              {one.state === 'signing' ? <TurnButtons tenant={tenant} of={one} /> : null}
            </Banner>
          ) : null,
        )}
        {limits ? (
          <LimitBars limits={limits} reader={reader} />
        ) : (
          <Banner tone="warning" title={t('The server of this tenant does not answer.')}>
            {t('How much it uses is not known now. Its plan can be changed all the same.')}
          </Banner>
        )}
        <OverridesPart tenant={tenant} limits={limits} overrides={overrides} reader={reader} />
        {back.owed.length + back.given.length > 0 ? (
          <div className="grid gap-1 pt-2">
            <h3 className="font-medium">{t('Refunds')}</h3>
            <OwedList back={back} reader={reader} />
          </div>
        ) : null}
        <details className="group/history">
          <summary className="cursor-pointer py-1 font-medium text-sm">{t('History')}</summary>
          <HistoryList steps={history} reader={reader} />
        </details>
      </Part>
    </Worded>
  );
}

type Words = Awaited<ReturnType<typeof wording<'plans'>>>;

function Held({ t, held, time }: { t: Words; held: SubscriptionView; time: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <span className="font-medium">
        {t('{plan}, version {version}', { plan: held.name, version: held.version })}
      </span>
      <Status tone={stateWords[held.state].tone}>{t(stateWords[held.state].word)}</Status>
      <span className="text-muted text-sm">{t('since {time} UTC', { time })}</span>
    </p>
  );
}
