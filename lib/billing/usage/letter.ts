import { formatBytes, formatNumber } from '../../format';
import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';
import type { LimitName } from '../limit-names';

/** What a limit is called where people are told that it is reached. */
export const limitWords = {
  members: 'Members',
  records: 'Records',
  storage: 'Storage for files',
  roles: 'Own roles',
  domains: 'Own domains',
  webhooks: 'Webhooks',
  tokens: 'API tokens',
} as const satisfies Record<LimitName, string>;

export interface Crossing {
  name: LimitName;
  percent: number;
  used: number;
  max: number;
  kind: 'hard' | 'soft';
}

/** Tells an admin that a limit is reached to a share. */
export function limitLetter(
  { to, language, tenant, url }: Addressed,
  { name, percent, used, max, kind }: Crossing,
): Letter {
  const t = wordingIn(language, 'mail');
  const limit = t(limitWords[name]);
  const title = t('{tenant} has used {percent} % of a limit: {limit}', { tenant, percent, limit });
  const words = (count: number) =>
    name === 'storage' ? formatBytes(count, language) : formatNumber(count, language);
  return {
    kind: 'plan',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      t('{used} of {max} are in use.', { used: words(used), max: words(max) }),
      kind === 'soft'
        ? t('You can still add more. Nothing is deleted.')
        : t('Once it is full nothing more comes in. Nothing is deleted.'),
    ],
    button: { label: t('See the plan'), url },
    note: t('You get this because you may choose the plan there.'),
  };
}
