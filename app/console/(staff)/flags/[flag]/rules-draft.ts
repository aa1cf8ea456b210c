import { builtInRoles, roleNames } from '@/lib/access/permissions';
import type { FlagDetail } from '@/lib/platform/flags/shapes';
import type { Channel } from '@/lib/tenancy/flags/shapes';
import type { Value } from '../value-field';

type Rules = FlagDetail['rules'];

interface RulesDraft {
  /** By path below the rules; null where nothing is said. */
  values: Record<string, Value | null>;
  percent: string;
}

/** The highest role first, as it goes before the others. */
export const roles = builtInRoles
  .toReversed()
  .map((role) => ({ role, path: `roles.${role}`, label: roleNames[role] }));

const channelNames: Record<Channel, 'Stable' | 'Early'> = { stable: 'Stable', early: 'Early' };

export const channels = (Object.keys(channelNames) as Channel[]).map((channel) => ({
  channel,
  path: `channels.${channel}`,
  label: channelNames[channel],
}));

export function draftOf(rules: Rules): RulesDraft {
  const values: RulesDraft['values'] = { 'share.value': rules.share?.value ?? null };
  for (const { role, path } of roles) values[path] = rules.roles?.[role] ?? null;
  for (const { channel, path } of channels) values[path] = rules.channels?.[channel] ?? null;
  return { values, percent: rules.share ? String(rules.share.percent) : '' };
}

/** Without what is not said; a share needs its value and its percentage. */
export function rulesOf({ values, percent }: RulesDraft): Rules {
  const said = (part: { path: string; name: string }[]) =>
    Object.fromEntries(
      part.flatMap(({ path, name }) => {
        const value = values[path] ?? null;
        return value === null ? [] : [[name, value]];
      }),
    );
  const byRole = said(roles.map(({ path, role }) => ({ path, name: role })));
  const byChannel = said(channels.map(({ path, channel }) => ({ path, name: channel })));
  const share = values['share.value'] ?? null;
  return {
    ...(Object.keys(byRole).length > 0 && { roles: byRole }),
    ...(Object.keys(byChannel).length > 0 && { channels: byChannel }),
    // One without the other is sent as it is, and refused by name.
    ...((share !== null || percent.trim() !== '') && {
      share: { percent: percentOf(percent), value: share ?? '' },
    }),
  };
}

/** An empty box is no number, and is refused as such. */
const percentOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
