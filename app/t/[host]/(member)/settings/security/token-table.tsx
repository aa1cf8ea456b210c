'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { notify } from '@/components/ui/notify';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';
import { revokeToken } from './actions';

interface Token {
  id: string;
  name: string;
  owner: string;
  email: string;
  scopes: string[];
  used: string | null;
  ends: string | null;
}

/** The API tokens of everybody here, each to be revoked. */
export function TokenTable({ tokens }: { tokens: Token[] }) {
  const t = useWording('settings');
  return (
    <FormSection
      title={t('API tokens')}
      description={t(
        'What scripts of members sign in with. Each acts as its maker, in this workspace only.',
      )}
    >
      {tokens.length === 0 ? (
        <p className="text-muted">{t('Nobody has a token. Members make them under Account.')}</p>
      ) : (
        <Table frameLabel={t('API tokens')}>
          <TableHead>
            <tr>
              <TableHeader>{t('Token')}</TableHeader>
              <TableHeader className="hidden sm:table-cell">{t('Made by')}</TableHeader>
              <TableHeader>
                <span className="sr-only">{t('Actions')}</span>
              </TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {tokens.map((token) => (
              <TokenLine key={token.id} token={token} />
            ))}
          </TableBody>
        </Table>
      )}
    </FormSection>
  );
}

function TokenLine({ token }: { token: Token }) {
  const t = useWording('settings');
  return (
    <TableRow>
      <TableCell className="whitespace-normal py-1.5">
        <p className="truncate">{token.name}</p>
        <p className="text-muted text-sm" title={token.scopes.join(', ')}>
          {t('{count, plural, one {# permission} other {# permissions}}', {
            count: token.scopes.length,
          })}
          {' · '}
          {token.used ? t('last used {day}', { day: token.used }) : t('never used')}
          {' · '}
          {token.ends ? t('ends {day}', { day: token.ends }) : t('does not end')}
        </p>
      </TableCell>
      <TableCell className="hidden sm:table-cell">
        <p className="truncate">{token.owner}</p>
        <p className="truncate text-muted text-sm">{token.email}</p>
      </TableCell>
      <TableCell className="w-px whitespace-nowrap text-right">
        <RevokeButton token={token} />
      </TableCell>
    </TableRow>
  );
}

function RevokeButton({ token: { id, name, owner } }: { token: Token }) {
  const t = useWording('settings');
  const router = useRouter();
  const revoke = async () => {
    const answer = await revokeToken({ tokenId: id });
    if (!answer.ok) return { error: answer.error.message };
    notify.done(t('Token {name} revoked', { name }));
    router.refresh();
  };
  return (
    <AlertDialog
      trigger={<Button size="small">{t('Revoke')}</Button>}
      title={t('Revoke token {name} of {owner}?', { name, owner })}
      description={t('Scripts that use it are refused at once. This cannot be undone.')}
      action={t('Revoke token')}
      onConfirm={revoke}
    />
  );
}
