import type { ProgressStep } from '@/components/ui/progress-steps';
import { sentenceIn } from '@/lib/language/refusal';
import type { Plain, Wording } from '@/lib/language/wording';
import type { OpeningFacts } from '@/lib/tenancy/opening/shapes';

type Words = Wording<'opening'>;
type Step = OpeningFacts['steps'][number];

/** The steps of an opening as people read them. */
export const stepsOf = ({ tier, steps }: OpeningFacts, t: Words): ProgressStep[] =>
  steps.map(({ key, state, note, seconds }) => ({
    id: key,
    title: t(titles[key](tier)),
    note: note ? sentenceIn(t.language, note) : state === 'next' ? null : t(pending[key]),
    state,
    time: seconds === null ? undefined : timeWords(seconds, t),
  }));

/** `0.4 s`, `12 s`, `3 min 20 s` */
export function timeWords(seconds: number, t: Words): string {
  if (seconds < 10) return t('{seconds} s', { seconds: seconds.toFixed(1) });
  const whole = Math.round(seconds);
  if (whole < 60) return t('{seconds} s', { seconds: whole });
  return t('{minutes} min {seconds} s', {
    minutes: Math.floor(whole / 60),
    seconds: whole % 60,
  });
}

const titles: Record<Step['key'], (tier: OpeningFacts['tier']) => Plain<'opening'>> = {
  place: () => 'Choose a server',
  home: (tier) => (tier === 'database' ? 'Prepare the database' : 'Prepare the schema'),
  tenant: () => 'Enter the workspace and its owner',
  contents: () => 'Put in the first contents',
};

const pending: Record<Step['key'], Plain<'opening'>> = {
  place: 'One with room that answers',
  home: 'Tables, rules and a login that reaches nothing else',
  tenant: 'Name, address, looks, roles and people, all at once',
  contents: 'Goes on by itself',
};
