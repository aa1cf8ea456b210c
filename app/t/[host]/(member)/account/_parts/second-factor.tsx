'use client';

import { useRouter } from 'next/navigation';
import { useProven } from '@/components/forms/proof';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { notify } from '@/components/ui/notify';
import { formatDay, type Reader } from '@/lib/format';
import { removeAuthenticator } from '@/lib/identity/actions';
import { useWording } from '@/lib/language/wording-provider';
import { NewCodes } from './new-codes';
import { SetUpAuthenticator } from './set-up-authenticator';

interface Props {
  factor: {
    authenticator: { confirmedAt: Date; lastUsedAt: Date | null } | null;
    /** How many, wherever they work. */
    passkeys: number;
    recoveryCodesLeft: number;
    demandedBy: Date | null;
  };
  /** Whether the account has a password, which opens it alone until there is a second factor. */
  hasPassword: boolean;
  reader: Reader;
}

/** The second factor of the account: set up, renewed, taken away. */
export function SecondFactor({ factor, hasPassword, reader }: Props) {
  const t = useWording('member');
  const router = useRouter();
  const remove = useProven(removeAuthenticator);
  const { authenticator, passkeys, recoveryCodesLeft, demandedBy } = factor;
  const held = authenticator !== null || passkeys > 0;
  const takeAway = async () => {
    const answer = await remove({});
    if (!answer.ok) return { error: answer.error.message };
    notify.done(t('Second factor removed'));
    router.refresh();
  };
  return (
    <FormSection
      title={t('Second factor')}
      description={t('A code from your phone besides your password, in every workspace.')}
    >
      {authenticator ? (
        <div>
          <p className="font-medium">{t('Authenticator app')}</p>
          <p className="text-muted text-sm">
            {t(
              'Since {day} · {count, plural, one {# recovery code} other {# recovery codes}} left',
              {
                day: formatDay(authenticator.confirmedAt, reader),
                count: recoveryCodesLeft,
              },
            )}
          </p>
        </div>
      ) : (
        <p className="text-muted">
          {held
            ? t(
                'Your passkeys are one, with {count, plural, one {# recovery code} other {# recovery codes}} left.',
                { count: recoveryCodesLeft },
              )
            : hasPassword
              ? t('None yet: your password alone opens this account.')
              : t('None yet: the way you sign in opens this account by itself.')}
        </p>
      )}
      {demandedBy && !held ? (
        <Banner tone="warning">
          {t('This workspace asks for one. From {day} on it opens with a second factor only.', {
            day: formatDay(demandedBy, reader),
          })}
        </Banner>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {held ? <NewCodes onDone={() => router.refresh()} /> : null}
        {authenticator ? (
          <AlertDialog
            trigger={<Button variant="danger-quiet">{t('Remove')}</Button>}
            title={t('Remove your second factor?')}
            description={
              passkeys > 0
                ? t('Your passkeys stay, and so do your recovery codes.')
                : hasPassword
                  ? t('Your password alone opens the account then. Recovery codes stop working.')
                  : t(
                      'The way you sign in opens the account by itself then. Recovery codes stop working.',
                    )
            }
            action={t('Remove second factor')}
            onConfirm={takeAway}
          />
        ) : (
          <SetUpAuthenticator onDone={() => router.refresh()} />
        )}
      </div>
    </FormSection>
  );
}
