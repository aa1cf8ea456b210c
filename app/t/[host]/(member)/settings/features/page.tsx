import type { Metadata } from 'next';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { featuresProcedures } from '@/lib/tenancy/features/procedures';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { FeatureCard } from './feature-card';
import { FlagsSection } from './flags-section';
import { ModuleSettings } from './module-settings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Features') };
}

export default async function Features({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('features.manage')) return <Refused door={door} title={t('Features')} />;
  const { features } = await door.call(featuresProcedures.list, {});
  const reader = readerOf(door);
  return (
    <PageFrame
      title={t('Features')}
      description={t(
        'What this workspace can do. Turning a feature off hides it and keeps its data.',
      )}
    >
      <ul className="flex max-w-3xl flex-col gap-4">
        {features.map(({ changedAt, changedByName, decidedBy, needs, hasSettings, ...feature }) => (
          <li key={feature.module}>
            <FeatureCard
              feature={feature}
              needs={features.filter((one) => needs.includes(one.module)).map((one) => one.title)}
              settings={
                hasSettings && feature.enabled ? (
                  <ModuleSettings door={door} module={feature.module} />
                ) : null
              }
              why={
                decidedBy === 'tenant' && changedAt
                  ? t(
                      feature.enabled
                        ? 'Turned on by {name} on {day}.'
                        : 'Turned off by {name} on {day}.',
                      {
                        name: changedByName ?? t('somebody who left'),
                        day: formatDay(changedAt, reader),
                      },
                    )
                  : decidedBy === 'plan'
                    ? t('Does not come with your plan.')
                    : t('On from the start, like every feature. Nobody here has changed it.')
              }
            />
          </li>
        ))}
      </ul>
      <FlagsSection door={door} />
    </PageFrame>
  );
}
