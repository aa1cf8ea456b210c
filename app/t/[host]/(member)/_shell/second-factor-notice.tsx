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
  /** Whether they have passkeys, none of which opens this address. */
  elsewhere: boolean;
}

/** What to do about it, now or from tomorrow on. */
export function SecondFactorNotice({ title, confined, elsewhere }: Props) {
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
          {elsewhere ? <span>{t('Your passkeys do not open this address.')}</span> : null}
          {confined ? (
            t('Sign in with a link by mail to set one up.')
          ) : (
            <Link href="/account#second-factor" className="font-medium text-warning-text underline">
              {elsewhere ? t('Add a passkey here') : t('Set it up')}
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
