'use client';

import Link from 'next/link';
import { useWording } from '@/lib/language/wording-provider';

/** What goes on although its maker may not: whoever shuts somebody out looks there too. */
export function OwnTokensNote() {
  const t = useWording('settings');
  return (
    <p className="text-muted text-sm">
      {t('Tokens of the workspace that they made go on working, in the hands of whoever has them.')}{' '}
      <Link className="underline" href="/settings/security">
        {t('Look at them')}
      </Link>
    </p>
  );
}
