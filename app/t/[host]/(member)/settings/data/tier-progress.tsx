import { KeepFresh } from '@/components/shell/keep-fresh';
import { Banner } from '@/components/ui/banner';
import { Progress } from '@/components/ui/progress';
import { formatDay, type Reader } from '@/lib/format';
import type { TierFacts } from '@/lib/tenancy/tier/shapes';
import { tierWords } from './tier-words';
import { WithdrawTierButton } from './withdraw-tier-button';

interface Props extends Pick<TierFacts, 'request' | 'change'> {
  reader: Reader;
  manages: boolean;
}

const steps: Record<string, string> = {
  waiting: 'It begins in a moment.',
  copying: 'Your data is being copied. Everybody can go on working.',
  following: 'The copy keeps up with what people change.',
  cutting: 'Changes wait for a moment.',
  flipped: 'Your data is in its new place. The rest is tidied up.',
};

/** Where a wish or a change stands. */
export function TierProgress({ request, change, reader, manages }: Props) {
  if (change) {
    const { tier, state, percent } = change;
    return (
      <Banner title={`Moving to ${tierWords[tier].name.toLowerCase()}`}>
        <KeepFresh everyMs={2_000} />
        <p>{steps[state]}</p>
        {percent !== null ? <Progress value={percent} label="Copied" /> : null}
      </Banner>
    );
  }
  if (request?.state === 'waiting') {
    return (
      <Banner
        title={`${tierWords[request.tier].name} asked for on ${formatDay(request.askedAt, reader)}`}
        action={manages ? <WithdrawTierButton /> : null}
      >
        <KeepFresh everyMs={5_000} />
        {request.askedByName} asked. The platform’s staff answer here.
      </Banner>
    );
  }
  if (request?.state === 'declined') {
    return (
      <Banner tone="warning" title={`${tierWords[request.tier].name} was declined`}>
        {request.answer}
      </Banner>
    );
  }
  return null;
}
