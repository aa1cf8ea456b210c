import type { NavGroup } from '@/components/shell/navigation';
import { NamedIcon } from '@/components/ui/named-icon';
import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { searchFlag } from '@/lib/modules/collections/flags';
import type { PaletteRights } from '@/lib/modules/collections/ui/search/use-palette-records';
import { manifests } from '@/lib/modules/registry';
import { settingsPlaces } from '../settings/_frame/places';

/** Home and the modules this person may use here. */
export async function workGroup(door: MemberDoor): Promise<NavGroup> {
  const t = await wording('member');
  const open = manifests.filter((module) => !door.tenant.modulesOff.includes(module.id));
  const items = open.flatMap((module) =>
    module.navigation
      .filter((item) => door.can(item.permission))
      .map((item) => ({
        href: item.path,
        label: t.said(item.title),
        icon: <NamedIcon name={item.icon} />,
        letter: item.path.slice(1, 2),
      })),
  );
  const icon = <NamedIcon name="house" />;
  const home = { href: '/', label: t('Home'), exact: true, icon, letter: 'h' };
  return { id: 'work', items: [home, ...items] };
}

/** The way into settings, for whoever finds something to do there. */
export async function settingsGroup(door: MemberDoor): Promise<NavGroup[]> {
  if (!settingsPlaces.some(({ permission }) => door.can(permission))) return [];
  const t = await wording('member');
  const icon = <NamedIcon name="settings" />;
  const item = { href: '/settings', label: t('Settings'), icon, letter: 's' };
  return [{ id: 'settings', items: [item] }];
}

/** What the palette offers of collections; null where this person sees none. */
export async function paletteRights(door: MemberDoor): Promise<PaletteRights> {
  if (!door.can('records.read') || door.tenant.modulesOff.includes('collections')) return null;
  return {
    search: await door.flags.value(searchFlag),
    write: door.can('records.write'),
    design: door.can('collections.manage'),
  };
}
