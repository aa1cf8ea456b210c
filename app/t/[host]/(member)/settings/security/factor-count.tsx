import { useWording } from '@/lib/language/wording-provider';

/** Active members by whether they have a second factor and are asked for one. */
export interface FactorFacts {
  members: number;
  without: number;
  asked: number;
  askedWithout: number;
}

/** How far the members are with it. */
export function FactorCount({ members, without, asked, askedWithout }: FactorFacts) {
  const t = useWording('settings');
  return (
    <p className="text-muted text-sm">
      {without === 0
        ? t('Every member has one that works here.')
        : t('{without} of {members} members have none yet that works here.', { without, members })}
      {asked > 0 && without > 0
        ? ` ${t('The rules as saved ask {asked} of them for one; {askedWithout} have none yet.', {
            asked,
            askedWithout,
          })}`
        : null}
    </p>
  );
}
