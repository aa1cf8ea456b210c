'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { useWording } from '@/lib/language/wording-provider';
import { remindTomorrow } from './second-factor-later';

interface Props {
  title: string;
  /** Whether they came by single sign-on, which sets up nothing. */
  confined: boolean;
}

/** What to do about it, now or from tomorrow on. */
export function SecondFactorNotice({ title, confined }: Props) {
  const t = useWording('member');
  const [shown, setShown] = useState(true);
  if (!shown) return null;
  const later = () => {
    remindTomorrow();
    setShown(false);
  };
  return (
    <Banner
      tone="warning"
      looks="bar"
      title={title}
      action={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {confined ? (
            t('Sign in with a link by mail to set one up.')
          ) : (
            <Link href="/account#second-factor" className="font-medium text-warning-text underline">
              {t('Set it up')}
            </Link>
          )}
          <button type="button" onClick={later} className="text-warning-text underline">
            {t('Remind me tomorrow')}
          </button>
        </span>
      }
    />
  );
}
