import type { ProgressStep } from '@/components/ui/progress-steps';
import type { OpeningFacts } from '@/lib/tenancy/opening/shapes';

type Step = OpeningFacts['steps'][number];

/** The steps of an opening as people read them. */
export const stepsOf = ({ tier, steps }: OpeningFacts): ProgressStep[] =>
  steps.map(({ key, state, note, seconds }) => ({
    id: key,
    title: titles[key](tier),
    note: note ?? (state === 'next' ? null : pending[key]),
    state,
    time: seconds === null ? undefined : timeWords(seconds),
  }));

/** `0.4 s`, `12 s`, `3 min 20 s` */
export function timeWords(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

const titles: Record<Step['key'], (tier: OpeningFacts['tier']) => string> = {
  place: () => 'Choose a server',
  home: (tier) => (tier === 'database' ? 'Prepare the database' : 'Prepare the schema'),
  tenant: () => 'Enter the workspace and its owner',
  contents: () => 'Put in the first contents',
};

const pending: Record<Step['key'], string> = {
  place: 'One with room that answers',
  home: 'Tables, rules and a login that reaches nothing else',
  tenant: 'Name, address, looks, roles and people, all at once',
  contents: 'Goes on by itself',
};
