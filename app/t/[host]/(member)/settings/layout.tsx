import { SettingsLayout } from '@/components/shell/settings-layout';
import { NamedIcon } from '@/components/ui/named-icon';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { settingsPlaces } from './_frame/places';
import { PlanNotices } from './_frame/plan-notices';

interface Props {
  params: Promise<{ host: string }>;
  children: React.ReactNode;
}

const groups = [
  { id: 'workspace', label: 'Workspace' },
  { id: 'records', label: 'Records' },
] as const;

export default async function SettingsFrame({ params, children }: Props) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  const open = settingsPlaces.filter((place) => door.can(place.permission));
  const shown = groups
    .map(({ id, label }) => ({
      id,
      label: t(label),
      items: open
        .filter((place) => place.group === id)
        .map(({ href, label: name, icon }) => ({
          href,
          label: t(name),
          icon: <NamedIcon name={icon} />,
        })),
    }))
    .filter((group) => group.items.length > 0);
  return (
    <Worded areas={['settings']}>
      <SettingsLayout groups={shown} navLabel={t('Settings')}>
        {door.can('plan.manage') ? <PlanNotices door={door} /> : null}
        {children}
      </SettingsLayout>
    </Worded>
  );
}
