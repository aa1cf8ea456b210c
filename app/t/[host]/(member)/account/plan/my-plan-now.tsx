import { priceWords, stateWords } from '@/app/_shared/plans/plan-words';
import { stateNotes } from '@/app/_shared/user-plans/state-notes';
import { Banner } from '@/components/ui/banner';
import { FormSection } from '@/components/ui/form-section';
import { Status } from '@/components/ui/status';
import type { MyPlan } from '@/lib/billing/user-plans/shapes';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { EndButton } from './end-button';
import { IncludesList } from './includes-list';
import { WithdrawButton } from './withdraw-button';

/** What somebody has, what that means, and what they wait for. */
export async function MyPlanNow({ plan, reader }: { plan: MyPlan; reader: Reader }) {
  const [t, p] = [await wording('userPlans'), await wording('plans')];
  const { held, signing, history } = plan;
  const latest = history.find(({ toState }) => toState === 'suspended');
  return (
    <FormSection title={t('What you have')}>
      {held ? (
        <div className="grid gap-2">
          <p className="flex flex-wrap items-center gap-3 font-semibold text-lg">
            {held.name}
            <Status tone={stateWords[held.state].tone}>{p(stateWords[held.state].word)}</Status>
          </p>
          <p className="text-measure text-muted">{t(stateNotes[held.state])}</p>
          {held.state === 'suspended' && latest ? (
            <p className="text-measure">{t('Reason: {reason}', { reason: latest.reason })}</p>
          ) : null}
          {plan.description ? <p className="text-measure">{plan.description}</p> : null}
          <IncludesList lines={plan.includes} />
          {plan.prices.map((price) => (
            <p key={JSON.stringify(price)} className="tabular-nums">
              {priceWords(p, price)}
            </p>
          ))}
          {plan.prices.length > 0 ? (
            <p className="text-muted text-sm">{p('Invoiced by hand. Nothing is charged here.')}</p>
          ) : null}
          {held.state === 'signed' && (!held.nextAt || plan.nextIsOwn) ? (
            <div>
              <EndButton held={held} ending={plan.ending} timeZone={reader.timeZone} />
            </div>
          ) : null}
        </div>
      ) : (
        <p className="text-muted">
          {t('You have no plan here. What your roles open is yours all the same.')}
        </p>
      )}
      {held?.nextState && held.nextAt ? (
        <Banner
          title={p('{state} from {time} on', {
            state: p(stateWords[held.nextState].word),
            time: formatTime(held.nextAt, reader),
          })}
          action={
            plan.nextIsOwn ? (
              <WithdrawButton id={held.id} revision={held.revision} name={held.name} isEnd />
            ) : undefined
          }
        >
          {held.nextReason}
        </Banner>
      ) : null}
      {signing ? (
        <Banner
          title={
            signing.nextAt
              ? p('{plan} begins {time}', {
                  ...{ plan: signing.name, time: formatTime(signing.nextAt, reader) },
                })
              : p('{plan} is asked for', { plan: signing.name })
          }
          action={
            signing.nextAt ? undefined : (
              <WithdrawButton id={signing.id} revision={signing.revision} name={signing.name} />
            )
          }
        >
          {signing.nextAt ? signing.nextReason : t(stateNotes.signing)}
        </Banner>
      ) : null}
    </FormSection>
  );
}
