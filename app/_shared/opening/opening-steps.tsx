import { Banner } from '@/components/ui/banner';
import { ProgressSteps } from '@/components/ui/progress-steps';
import { formatSecond, type Reader } from '@/lib/format';
import { sentenceIn } from '@/lib/language/refusal';
import { wording } from '@/lib/language/request';
import type { Message } from '@/lib/language/wording';
import type { OpeningFacts } from '@/lib/tenancy/opening/shapes';
import { stepsOf, timeWords } from './opening-words';

interface Props {
  opening: OpeningFacts;
  reader: Reader;
}

/** How the opening of a tenant goes: what went wrong, each step, and how long it has taken. */
export async function OpeningSteps({ opening, reader }: Props) {
  const t = await wording('opening');
  const { state, error, seconds, nextTryAt } = opening;
  const why = error && sentenceIn(t.language, error);
  const ending =
    state in endings ? endings[state as keyof typeof endings] : 'Under way for {time}.';
  const zone = reader.timeZone === 'UTC' ? ' UTC' : '';
  return (
    <div className="grid gap-5">
      {state === 'failed' ? (
        <Banner tone="danger" title={t('It could not be opened')}>
          {why ?? t('It failed on our side.')} {t('Nothing is lost, and the address is held.')}
        </Banner>
      ) : null}
      {state === 'retrying' && nextTryAt ? (
        <Banner tone="warning" title={t('It did not come through yet')}>
          {why}{' '}
          {t('It is tried again by itself at {time}.', {
            time: `${formatSecond(nextTryAt, reader)}${zone}`,
          })}
        </Banner>
      ) : null}
      {state === 'given_up' || state === 'leaving' ? null : (
        <ProgressSteps steps={stepsOf(opening, t)} />
      )}
      <p className="text-muted text-sm tabular-nums" role="status">
        {t(ending, { time: timeWords(seconds, t) })}
      </p>
    </div>
  );
}

const endings = {
  waiting: 'Begins in a moment. Asked for since {time}.',
  open: 'Open. It took {time}.',
  leaving: 'What was built is being taken down. Asked for since {time}.',
  given_up: 'Given up, and nothing was left behind. It took {time}.',
} as const satisfies Partial<Record<OpeningFacts['state'], Message<'opening'>>>;
