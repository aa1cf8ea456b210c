import { valueWord } from '@/app/_shared/flag-value';
import { roleNames } from '@/lib/access/permissions';
import type { Wording } from '@/lib/language/wording';
import type { FlagHere } from '@/lib/tenancy/flags/shapes';

type Words = Wording<'settings'>;

/** Why a flag is as it is here, and for which roles it is something else; `chosen` tells who chose. */
export function whyHere(
  t: Words,
  { because, byRole, share }: Pick<FlagHere, 'because' | 'byRole' | 'share'>,
  chosen: string | null,
): string {
  const roles = byRole.map(({ role, value }) =>
    t('For {role}: {value}.', {
      role: t.said(roleNames[role as keyof typeof roleNames] ?? role),
      value: t.said(valueWord(value)),
    }),
  );
  const some = share
    ? [
        t('In a gradual rollout, for some people: {value}.', {
          value: t.said(valueWord(share.value)),
        }),
      ]
    : [];
  return [reasonOf(t, because, chosen), ...roles, ...some].join(' ');
}

function reasonOf(t: Words, because: FlagHere['because'], chosen: string | null): string {
  switch (because) {
    case 'killed':
      return t('Switched off everywhere by the platform for now.');
    case 'override':
      return t('Set for this workspace by the platform.');
    case 'choice':
      return chosen ?? '';
    case 'plan':
      return t('Comes with your plan.');
    case 'channel':
      return t('Comes with your release channel.');
    case 'share':
      return t('Part of a gradual rollout.');
    default:
      return t('As it is for everybody. Nobody here has changed it.');
  }
}
