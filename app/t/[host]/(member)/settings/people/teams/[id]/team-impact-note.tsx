'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Skeleton } from '@/components/ui/skeleton';
import { useWording } from '@/lib/language/wording-provider';
import { readTeamImpact } from '../actions';

type Answer = Awaited<ReturnType<typeof readTeamImpact>>;

/** What ends with a team, before it does. */
export function TeamImpactNote({ teamId }: { teamId: string }) {
  const t = useWording('settings');
  const [answer, setAnswer] = useState<Answer | 'unreachable' | null>(null);
  useEffect(() => {
    let gone = false;
    readTeamImpact({ id: teamId })
      .catch(() => 'unreachable' as const)
      .then((found) => gone || setAnswer(found));
    return () => {
      gone = true;
    };
  }, [teamId]);
  if (!answer) return <Skeleton className="h-16" />;
  if (answer === 'unreachable' || !answer.ok) {
    return <Banner tone="danger">{t('What this changes could not be read. Try again.')}</Banner>;
  }
  const { people, roles, below, archivedBelow, rules } = answer.data;
  return (
    <Banner tone="warning">
      <ul className="list-disc pl-4">
        <li>
          {t(
            '{count, plural, =0 {Nobody belongs} one {# person belongs} other {# people belong}} to it.',
            {
              count: people,
            },
          )}
        </li>
        <li>
          {t(
            '{count, plural, =0 {No role is} one {# role is} other {# roles are}} held over it alone.',
            {
              count: roles,
            },
          )}
        </li>
        {below + archivedBelow > 0 ? (
          <li>
            {t('{count, plural, one {# team stands} other {# teams stand}} below it.', {
              count: below + archivedBelow,
            })}
          </li>
        ) : null}
        {rules.length > 0 ? (
          <li>{t('Rules open records by team in {names}.', { names: rules.join(', ') })}</li>
        ) : null}
      </ul>
    </Banner>
  );
}
