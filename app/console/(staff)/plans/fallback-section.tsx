import { FormSection } from '@/components/ui/form-section';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Fallback } from '@/lib/platform/plans/fallback';
import { readerIn } from '../_frame/words';
import { FallbackDialog } from './fallback-dialog';

interface Props {
  fallback: Fallback;
  choices: { planId: string; name: string; version: number }[];
}

/** What holds for tenants that nobody put on a plan. */
export async function FallbackSection({ fallback: { plan, tenants, history }, choices }: Props) {
  const t = await wording('plans');
  const reader = readerIn(t.language);
  return (
    <FormSection
      title={t('On no plan')}
      description={t('What holds for tenants without a subscription, and after one ends.')}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="font-medium">
          {plan
            ? t('{plan}, version {version}', { plan: plan.name, version: plan.version })
            : t('Everything, without limits')}
        </span>
        <span className="text-muted text-sm">
          {t(
            '{count, plural, =0 {Every tenant is on a plan.} one {It holds for # tenant.} other {It holds for # tenants.}}',
            { count: tenants },
          )}
        </span>
      </p>
      <div>
        <FallbackDialog
          key={history[0]?.id}
          seen={history[0]?.id ?? null}
          present={plan}
          tenants={tenants}
          choices={choices}
        />
      </div>
      {history.length > 0 ? (
        <details className="group/history">
          <summary className="cursor-pointer py-1 font-medium text-sm">{t('History')}</summary>
          <ol className="divide-y divide-line">
            {history.map((said) => (
              <li key={said.id} className="grid gap-0.5 py-2">
                <p>
                  {said.plan
                    ? t('{plan}, version {version}', {
                        ...{ plan: said.plan.name, version: said.plan.version },
                      })
                    : t('Everything, without limits')}
                </p>
                <p className="text-muted text-sm">
                  {t('{time} by {name}: {reason}', {
                    ...{ time: formatTime(said.createdAt, reader), name: said.byName },
                    reason: said.reason,
                  })}
                </p>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </FormSection>
  );
}
