import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { userPlanProcedures } from '@/lib/billing/user-plans/procedures';
import { UserPlanTerms } from '@/lib/billing/user-plans/terms';
import { openMemberPage } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { readerOf } from '../../../_shell/reader';
import { Refused } from '../../_frame/refused';
import { seenBy } from '../seen-by';
import { DraftForm } from './draft-form';
import { PlanActs } from './plan-acts';
import { SignForDialog } from './sign-for-dialog';
import { Versions } from './versions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('userPlans');
  return { title: t('Plan') };
}

export default async function UserPlan({
  params,
}: {
  params: Promise<{ host: string; id: string }>;
}) {
  const t = await wording('userPlans');
  const { host, id: typed } = await params;
  const door = await openMemberPage(host);
  if (!door.can('user_plans.manage')) return <Refused door={door} title={t('Plan')} />;
  const id = z.uuid().safeParse(typed).data;
  if (!id) notFound();
  const plan = await door.call(userPlanProcedures.get, { id });
  const { roles } = door.can('people.read')
    ? await door.call(rolesProcedures.list, {})
    : { roles: [] };
  const { draft, published } = plan;
  const terms = draft?.terms ?? published?.terms ?? UserPlanTerms.parse({});
  const reader = readerOf(door);
  return (
    <Worded areas={['plans', 'userPlans']}>
      <PageFrame
        title={plan.name}
        description={terms.description || t('What this plan gives, and what it costs.')}
        note={<Badge tone="outline">{t('Seen by: {who}', { who: t(seenBy(plan)) })}</Badge>}
        breadcrumb={
          <Breadcrumb
            label={t('Where this is')}
            crumbs={[{ label: t('Plans for my users'), href: '/settings/user-plans' }]}
          />
        }
        actions={
          published ? (
            <>
              <LinkButton href={`/settings/user-plans/subscriptions?planId=${id}`}>
                {t('Who has it')}
              </LinkButton>
              {plan.archivedAt || !door.can('people.read') ? null : (
                <SignForDialog
                  plan={{ id, name: plan.name, version: published.version }}
                  timeZone={reader.timeZone}
                />
              )}
            </>
          ) : null
        }
      >
        {draft ? (
          <Banner title={t('Version {version} is a draft', { version: draft.version })}>
            {t('Last changed by {name}, {time}. Nobody gets it before it is published.', {
              ...{ name: draft.changedByName, time: formatTime(draft.changedAt, reader) },
            })}
          </Banner>
        ) : null}
        <DraftForm
          key={`${draft?.version}.${draft?.revision}`}
          id={id}
          revision={draft?.revision ?? 0}
          terms={terms}
          roles={roles.map(({ id: roleId, name, grantable }) => ({ id: roleId, name, grantable }))}
        />
        <Versions versions={plan.versions} reader={reader} />
        <PlanActs
          plan={{ id, name: plan.name, offered: plan.offered, archived: plan.archivedAt !== null }}
          draft={draft ? { version: draft.version, revision: draft.revision } : null}
          subscriptions={plan.subscriptions}
          published={published !== null}
        />
      </PageFrame>
    </Worded>
  );
}
