'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { notify } from '@/components/ui/notify';
import { formatDay, type Reader } from '@/lib/format';
import { revokeToken, rotateToken } from '@/lib/identity/actions';
import { RotateToken } from '@/lib/identity/ui/rotate-token';
import { useWording } from '@/lib/language/wording-provider';
import { NewToken, type Scope } from './new-token';

interface Token {
  id: string;
  name: string;
  scopes: string[];
  lastUsedAt: Date | null;
  expiresAt: Date | null;
}

interface Props {
  tokens: Token[];
  grantable: Scope[];
  reader: Reader;
}

export function TokenList({ tokens, grantable, reader }: Props) {
  const t = useWording('member');
  const router = useRouter();
  const day = (at: Date) => formatDay(at, reader);
  const revoke = async (token: Token) => {
    const answer = await revokeToken({ id: token.id });
    if (!answer.ok) return { error: answer.error.message };
    notify.done(t('Token {name} revoked', { name: token.name }));
    router.refresh();
  };
  return (
    <FormSection
      title={t('API tokens')}
      description={t(
        'For scripts that act as you in this workspace, never with more than you may do yourself.',
      )}
    >
      {tokens.length === 0 ? (
        <p className="text-muted">
          {t('You have no tokens. Make one when a script needs to sign in.')}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {tokens.map((token) => (
            <li key={token.id} className="flex flex-wrap items-center gap-3 py-2.5 first:pt-0">
              <div className="min-w-48 flex-1">
                <p className="truncate font-medium">{token.name}</p>
                <p className="text-muted text-sm">
                  {t('{count, plural, one {# permission} other {# permissions}}', {
                    count: token.scopes.length,
                  })}
                  {' · '}
                  {token.lastUsedAt
                    ? t('last used {day}', { day: day(token.lastUsedAt) })
                    : t('never used')}
                  {' · '}
                  {token.expiresAt
                    ? t('ends {day}', { day: day(token.expiresAt) })
                    : t('does not end')}
                </p>
              </div>
              <RotateToken token={token} rotate={rotateToken} onMade={() => router.refresh()} />
              <AlertDialog
                trigger={<Button size="small">{t('Revoke')}</Button>}
                title={t('Revoke token {name}?', { name: token.name })}
                description={t('Scripts that use it are refused at once. This cannot be undone.')}
                action={t('Revoke token')}
                onConfirm={() => revoke(token)}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <NewToken grantable={grantable} onMade={() => router.refresh()} />
      </div>
    </FormSection>
  );
}
