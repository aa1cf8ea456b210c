import { formatBytes, formatDay, formatNumber } from '../../format';
import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';
import type { LimitName } from '../limit-names';
import { limitWords } from './letter';

export interface LimitEnd {
  name: LimitName;
  /** What staff said; null for any number. */
  max: number | null;
  /** What holds without it. */
  next: number | null;
  endsAt: Date;
  isOver: boolean;
}

/** Tells an admin that staff's word on a limit ends in some days, or has ended. */
export function limitEndLetter(
  { to, language, tenant, url }: Addressed,
  { name, endsAt, isOver, ...end }: LimitEnd,
  timeZone: string,
): Letter {
  const t = wordingIn(language, 'mail');
  const limit = t(limitWords[name]);
  const title = isOver
    ? t('A limit of {tenant} changed: {limit}', { tenant, limit })
    : t('A limit of {tenant} changes on {day}: {limit}', {
        ...{ tenant, limit },
        day: formatDay(endsAt, { locale: language, timeZone }),
      });
  const words = (count: number | null) => {
    if (count === null) return t('No limit');
    return name === 'storage' ? formatBytes(count, language) : formatNumber(count, language);
  };
  const from = { max: words(end.max), next: words(end.next) };
  return {
    kind: 'plan',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      isOver
        ? t('What the platform set for you, {max}, is over. It is {next} now.', from)
        : t('Until then the platform sets it to {max}. After that it is {next}.', from),
      t('What is here stays. Where there is more than that, nothing more comes in.'),
    ],
    button: { label: t('See the plan'), url },
    note: t('You get this because you may choose the plan there.'),
  };
}
