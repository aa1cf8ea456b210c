'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { useWording } from '@/lib/language/wording-provider';
import { archiveUserPlan, offerUserPlan, publishUserPlan, unarchiveUserPlan } from '../actions';

interface Props {
  plan: { id: string; name: string; offered: boolean; archived: boolean };
  draft: { version: number; revision: number } | null;
  /** Members on a version that was published. */
  subscriptions: number;
  published: boolean;
}

/** Publishes the draft, shows the plan to members, archives it. */
export function PlanActs({ plan, draft, subscriptions, published }: Props) {
  const t = useWording('userPlans');
  const { id, name, offered, archived } = plan;
  const help = t('Read in the audit trail.');
  return (
    <FormSection
      title={t('Publishing')}
      description={t('Who gets the plan, and from which version on.')}
    >
      <div className="flex flex-wrap gap-2">
        {draft ? (
          <ReasonDialog
            help={help}
            trigger={<Button variant="primary">{t('Publish version {version}', draft)}</Button>}
            title={t('Publish version {version} of {plan}?', { ...draft, plan: name })}
            description={t(
              '{count, plural, =0 {Nobody is on this plan yet.} one {# person stays on the version they signed.} other {# people stay on the versions they signed.}} Whoever signs from now on gets this one. It cannot be changed any more.',
              { count: subscriptions },
            )}
            action={t('Publish')}
            done={t('Version {version} is published', draft)}
            confirm={(reason) => publishUserPlan({ id, revision: draft.revision, reason })}
          />
        ) : null}
        {published ? (
          <ReasonDialog
            help={help}
            trigger={<Button>{offered ? t('Hide from members') : t('Show to members')}</Button>}
            title={
              offered
                ? t('Hide {plan} from members?', { plan: name })
                : t('Show {plan} to members?', { plan: name })
            }
            description={
              offered
                ? t('Whoever has it keeps it. Others do not see it any more.')
                : t('Those it is for see it among the plans they can choose.')
            }
            action={offered ? t('Hide from members') : t('Show to members')}
            done={t('{plan} changed', { plan: name })}
            confirm={(reason) => offerUserPlan({ id, offered: !offered, reason })}
          />
        ) : null}
        <ReasonDialog
          help={help}
          trigger={<Button>{archived ? t('Take out of the archive') : t('Archive')}</Button>}
          title={
            archived
              ? t('Take {plan} out of the archive?', { plan: name })
              : t('Archive {plan}?', { plan: name })
          }
          description={
            archived
              ? t('It can be signed again.')
              : t(
                  '{count, plural, =0 {Nobody is on it.} one {# person keeps it.} other {# people keep it.}} Nobody new gets it.',
                  { count: subscriptions },
                )
          }
          action={archived ? t('Take out of the archive') : t('Archive')}
          done={t('{plan} changed', { plan: name })}
          confirm={(reason) => (archived ? unarchiveUserPlan : archiveUserPlan)({ id, reason })}
        />
      </div>
    </FormSection>
  );
}
