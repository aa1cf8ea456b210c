import { wording } from '@/lib/language/request';
import { manifests } from '@/lib/modules/registry';
import { settingsPlaces } from '../_frame/places';

export interface SeenPage {
  path: string;
  title: string;
  open: boolean;
}

/** The pages of the navigation and of settings, and whether these permissions open them. */
export async function seenPages(
  permissions: readonly string[],
  modulesOff: readonly string[],
): Promise<SeenPage[]> {
  const member = await wording('member');
  const settings = await wording('settings');
  const modules = manifests.filter(({ id }) => !modulesOff.includes(id));
  return [
    { path: '/', title: member('Home'), open: true },
    ...modules.flatMap(({ navigation }) =>
      navigation.map(({ path, title, permission }) => ({
        path,
        title: member.said(title),
        open: permissions.includes(permission),
      })),
    ),
    ...settingsPlaces.map(({ href, label, permission }) => ({
      path: href,
      title: settings(label),
      open: permissions.includes(permission),
    })),
  ];
}
