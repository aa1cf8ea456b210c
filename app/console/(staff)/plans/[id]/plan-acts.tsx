'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { useWording } from '@/lib/language/wording-provider';
import { archivePlan, offerPlan, publishPlan, unarchivePlan } from '../actions';

interface Props {
  plan: { id: string; name: string; offered: boolean; archived: boolean };
  draft: { version: number; revision: number } | null;
  /** Tenants on a version that was published. */
  subscriptions: number;
  published: boolean;
}

/** Publishes the draft, shows the plan to tenants, archives it. */
export function PlanActs({ plan, draft, subscriptions, published }: Props) {
  const t = useWording('plans');
  const { id, name, offered, archived } = plan;
  return (
    <FormSection
      title={t('Publishing')}
      description={t('Who gets the plan, and from which version on.')}
    >
      <div className="flex flex-wrap gap-2">
        {draft ? (
          <ReasonDialog
            trigger={<Button variant="primary">{t('Publish version {version}', draft)}</Button>}
            title={t('Publish version {version} of {plan}?', { ...draft, plan: name })}
            description={t(
              '{count, plural, =0 {Nobody is on this plan yet.} one {# tenant stays on the version it signed.} other {# tenants stay on the versions they signed.}} Whoever signs from now on gets this one. It cannot be changed any more.',
              { count: subscriptions },
            )}
            action={t('Publish')}
            done={t('Version {version} is published', draft)}
            confirm={(reason) => publishPlan({ id, revision: draft.revision, reason })}
          />
        ) : null}
        {published ? (
          <ReasonDialog
            trigger={<Button>{offered ? t('Show to staff alone') : t('Show to tenants')}</Button>}
            title={
              offered
                ? t('Show {plan} to staff alone?', { plan: name })
                : t('Show {plan} to all tenants?', { plan: name })
            }
            description={
              offered
                ? t('Tenants that have it keep it. Others do not see it any more.')
                : t('Every tenant sees it among the plans it may ask for.')
            }
            action={offered ? t('Show to staff alone') : t('Show to tenants')}
            done={t('{plan} changed', { plan: name })}
            confirm={(reason) => offerPlan({ id, offered: !offered, reason })}
          />
        ) : null}
        <ReasonDialog
          trigger={<Button>{archived ? t('Take out of the archive') : t('Archive')}</Button>}
          title={
            archived
              ? t('Take {plan} out of the archive?', { plan: name })
              : t('Archive {plan}?', { plan: name })
          }
          description={
            archived
              ? t('It can be given to tenants again.')
              : t(
                  '{count, plural, =0 {Nobody is on it.} one {# tenant keeps it.} other {# tenants keep it.}} Nobody new gets it.',
                  { count: subscriptions },
                )
          }
          action={archived ? t('Take out of the archive') : t('Archive')}
          done={t('{plan} changed', { plan: name })}
          confirm={(reason) => (archived ? unarchivePlan : archivePlan)({ id, reason })}
        />
      </div>
    </FormSection>
  );
}
