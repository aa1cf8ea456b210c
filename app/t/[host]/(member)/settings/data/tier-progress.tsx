import { KeepFresh } from '@/components/shell/keep-fresh';
import { Banner } from '@/components/ui/banner';
import { Progress } from '@/components/ui/progress';
import { formatDay, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Plain } from '@/lib/language/wording';
import type { TierFacts } from '@/lib/tenancy/tier/shapes';
import { tierWords } from './tier-words';
import { WithdrawTierButton } from './withdraw-tier-button';

interface Props extends Pick<TierFacts, 'request' | 'change'> {
  reader: Reader;
  manages: boolean;
}

const steps: Record<string, Plain<'settings'>> = {
  waiting: 'It begins in a moment.',
  copying: 'Your data is being copied. Everybody can go on working.',
  following: 'The copy keeps up with what people change.',
  cutting: 'Changes wait for a moment.',
  flipped: 'Your data is in its new place. The rest is tidied up.',
};

/** Where a wish or a change stands. */
export async function TierProgress({ request, change, reader, manages }: Props) {
  const t = await wording('settings');
  if (change) {
    const { tier, state, percent } = change;
    return (
      <Banner title={t('Moving to {name}', { name: t(tierWords[tier].name).toLowerCase() })}>
        <KeepFresh everyMs={2_000} />
        <p>{t(steps[state] ?? 'It begins in a moment.')}</p>
        {percent !== null ? <Progress value={percent} label={t('Copied')} /> : null}
      </Banner>
    );
  }
  if (request?.state === 'waiting') {
    return (
      <Banner
        title={t('{name} asked for on {day}', {
          name: t(tierWords[request.tier].name),
          day: formatDay(request.askedAt, reader),
        })}
        action={manages ? <WithdrawTierButton /> : null}
      >
        <KeepFresh everyMs={5_000} />
        {t('{askedByName} asked. The platform’s staff answer here.', {
          askedByName: request.askedByName,
        })}
      </Banner>
    );
  }
  if (request?.state === 'declined') {
    return (
      <Banner
        tone="warning"
        title={t('{name} was declined', { name: t(tierWords[request.tier].name) })}
      >
        {request.answer}
      </Banner>
    );
  }
  return null;
}
