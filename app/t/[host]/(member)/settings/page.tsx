import { redirect } from 'next/navigation';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { settingsPlaces } from './_frame/places';
import { Refused } from './_frame/refused';

export default async function SettingsStart({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  const first = settingsPlaces.find((place) => door.can(place.permission));
  if (first) redirect(first.href);
  return <Refused door={door} title={t('Settings')} />;
}
