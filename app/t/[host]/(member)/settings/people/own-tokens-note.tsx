'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useWording } from '@/lib/language/wording-provider';
import { countTokens } from './actions';

interface Props {
  /** Id of the membership. */
  memberId: string;
  /** Whether tokens of their own end with what is about to be done. */
  ends?: boolean;
}

/** What goes on although its maker may not, and how much of it: whoever shuts somebody out looks there too. */
export function OwnTokensNote({ memberId, ends = false }: Props) {
  const t = useWording('settings');
  const counts = useCounts(memberId);
  const made = counts?.workspace;
  return (
    <p className="text-muted text-sm">
      {ends && counts ? (
        <>
          {t(
            '{count, plural, =0 {They have no API token here.} one {# API token of theirs ends.} other {# API tokens of theirs end.}}',
            { count: counts.own },
          )}{' '}
        </>
      ) : null}
      {made === undefined
        ? t(
            'Tokens of the workspace that they made go on working, in the hands of whoever has them.',
          )
        : t(
            '{count, plural, =0 {They made no token of the workspace that still works.} one {# token of the workspace that they made goes on working, in the hands of whoever has it.} other {# tokens of the workspace that they made go on working, in the hands of whoever has them.}}',
            { count: made },
          )}{' '}
      {made === 0 ? null : (
        <Link className="underline" href="/settings/security">
          {t('Look at them')}
        </Link>
      )}
    </p>
  );
}

/** Null until they are known, and where they cannot be read. */
function useCounts(id: string) {
  const [counts, setCounts] = useState<{ own: number; workspace: number } | null>(null);
  useEffect(() => {
    let gone = false;
    countTokens({ id })
      .then((answer) => {
        if (!gone && answer.ok) setCounts(answer.data);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [id]);
  return counts;
}
