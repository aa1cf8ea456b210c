import type { NavGroup } from '@/components/shell/navigation';
import { NamedIcon } from '@/components/ui/named-icon';
import type { MemberDoor } from '@/lib/doors/page';
import { manifests } from '@/lib/modules/registry';

/** Home and the modules this person may use here. */
export function workGroup(door: MemberDoor): NavGroup {
  const open = manifests.filter((module) => !door.tenant.modulesOff.includes(module.id));
  const items = open.flatMap((module) =>
    module.navigation
      .filter((item) => door.can(item.permission))
      .map((item) => ({
        href: item.path,
        label: item.title,
        icon: <NamedIcon name={item.icon} />,
      })),
  );
  const home = { href: '/', label: 'Home', exact: true, icon: <NamedIcon name="house" /> };
  return { id: 'work', items: [home, ...items] };
}

const settingsRights = [
  'people.read',
  'branding.manage',
  'features.manage',
  'audit.read',
  'data.read',
] as const;

/** The way into settings, for whoever finds something to do there. */
export function settingsGroup(door: MemberDoor): NavGroup[] {
  if (!settingsRights.some((right) => door.can(right))) return [];
  const item = { href: '/settings', label: 'Settings', icon: <NamedIcon name="settings" /> };
  return [{ id: 'settings', items: [item] }];
}
