'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { notify } from '@/components/ui/notify';
import { RotateToken } from '@/lib/identity/ui/rotate-token';
import { useWording } from '@/lib/language/wording-provider';
import { revokeWorkspaceToken, rotateWorkspaceToken } from './actions';
import { NewWorkspaceToken } from './new-workspace-token';
import type { RoleOffer } from './role-offer';

interface WorkspaceToken {
  id: string;
  name: string;
  role: string;
  scopes: string[];
  madeByName: string;
  used: string | null;
  ends: string | null;
  rotatable: boolean;
}

interface Props {
  tokens: WorkspaceToken[];
  /** Roles that may be given, with what a client may do in each. */
  roles: RoleOffer[];
}

/** Tokens that nobody owns but the workspace. */
export function WorkspaceTokens({ tokens, roles }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  return (
    <FormSection
      title={t('Tokens of the workspace')}
      description={t(
        'For clients that act for nobody in particular. They go on working when whoever made them leaves.',
      )}
    >
      {tokens.length === 0 ? (
        <p className="text-muted">
          {t(
            'The workspace has no tokens of its own. Make one for a client that is to outlast its maker.',
          )}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {tokens.map((token) => (
            <li key={token.id} className="flex flex-wrap items-center gap-3 py-2.5 first:pt-0">
              <TokenFacts token={token} />
              {token.rotatable ? (
                <RotateToken
                  token={token}
                  rotate={rotateWorkspaceToken}
                  onMade={() => router.refresh()}
                />
              ) : null}
              <RevokeToken token={token} />
            </li>
          ))}
        </ul>
      )}
      <div>
        <NewWorkspaceToken roles={roles} onMade={() => router.refresh()} />
      </div>
    </FormSection>
  );
}

function TokenFacts({ token }: { token: WorkspaceToken }) {
  const t = useWording('settings');
  const facts = [
    t('In the role {role}', { role: t.said(token.role) }),
    t('{count, plural, one {# permission} other {# permissions}}', { count: token.scopes.length }),
    t('made by {name}', { name: token.madeByName }),
    token.used ? t('last used {day}', { day: token.used }) : t('never used'),
    token.ends ? t('ends {day}', { day: token.ends }) : t('does not end'),
  ];
  return (
    <div className="min-w-48 flex-1">
      <p className="truncate font-medium">{token.name}</p>
      <p className="text-muted text-sm" title={token.scopes.join(', ')}>
        {facts.join(' · ')}
      </p>
      {token.rotatable ? null : (
        <p className="text-muted text-sm">
          {t('Rotated by who manages people and may do all that it may.')}
        </p>
      )}
    </div>
  );
}

function RevokeToken({ token: { id, name } }: { token: WorkspaceToken }) {
  const t = useWording('settings');
  const router = useRouter();
  const revoke = async () => {
    const answer = await revokeWorkspaceToken({ id });
    if (!answer.ok) return { error: answer.error.message };
    notify.done(t('Token {name} revoked', { name }));
    router.refresh();
  };
  return (
    <AlertDialog
      trigger={<Button size="small">{t('Revoke')}</Button>}
      title={t('Revoke token {name}?', { name })}
      description={t('What the client uses it for is refused at once. This cannot be undone.')}
      action={t('Revoke token')}
      onConfirm={revoke}
    />
  );
}
