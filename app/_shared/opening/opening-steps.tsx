import { Banner } from '@/components/ui/banner';
import { ProgressSteps } from '@/components/ui/progress-steps';
import { formatSecond, type Reader } from '@/lib/format';
import type { OpeningFacts } from '@/lib/tenancy/opening/shapes';
import { stepsOf, timeWords } from './opening-words';

interface Props {
  opening: OpeningFacts;
  reader: Reader;
}

/** How the opening of a tenant goes: what went wrong, each step, and how long it has taken. */
export function OpeningSteps({ opening, reader }: Props) {
  const { state, error, seconds, nextTryAt } = opening;
  return (
    <div className="grid gap-5">
      {state === 'failed' ? (
        <Banner tone="danger" title="It could not be opened">
          {error ?? 'It failed on our side.'} Nothing is lost, and the address is held.
        </Banner>
      ) : null}
      {state === 'retrying' && nextTryAt ? (
        <Banner tone="warning" title="It did not come through yet">
          {error} It is tried again by itself at {formatSecond(nextTryAt, reader)}
          {reader.timeZone === 'UTC' ? ' UTC' : ''}.
        </Banner>
      ) : null}
      {state === 'given_up' || state === 'leaving' ? null : (
        <ProgressSteps steps={stepsOf(opening)} />
      )}
      <p className="text-muted text-sm tabular-nums" role="status">
        {endings[state] ?? 'Under way for'} {timeWords(seconds)}.
      </p>
    </div>
  );
}

const endings: Partial<Record<OpeningFacts['state'], string>> = {
  waiting: 'Begins in a moment. Asked for since',
  open: 'Open. It took',
  leaving: 'What was built is being taken down. Asked for since',
  given_up: 'Given up, and nothing was left behind. It took',
};
