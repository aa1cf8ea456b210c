import type { Metadata } from 'next';
import { PageFrame } from '@/components/ui/page-frame';
import { permissionTitles } from '@/lib/access/rights';
import { openMemberPage } from '@/lib/doors/page';
import { accountProcedures } from '@/lib/identity/account-procedures';
import { sessionProcedures } from '@/lib/identity/session-procedures';
import { tokenProcedures } from '@/lib/identity/token-procedures';
import { readerOf } from '../_shell/reader';
import { DeviceList } from './_parts/device-list';
import { PasswordForm } from './_parts/password-form';
import { ProfileForm } from './_parts/profile-form';
import { TokenList } from './_parts/token-list';

export const metadata: Metadata = { title: 'Your account' };

export default async function Account({ params }: { params: Promise<{ host: string }> }) {
  const door = await openMemberPage((await params).host);
  const account = await door.call(accountProcedures.account.get, {});
  const { sessions } = await door.call(sessionProcedures.session.list, {});
  const mayHoldTokens = door.can('tokens.manage');
  const tokens = mayHoldTokens ? (await door.call(tokenProcedures.tokens.list, {})).tokens : [];
  const grantable = [...door.caller.permissions].sort().map((id) => ({
    id,
    title: permissionTitles.get(id) ?? id,
  }));
  const reader = readerOf(door);
  const timeZones = Intl.supportedValuesOf('timeZone');
  return (
    <PageFrame
      title="Your account"
      description="The same in every workspace that you sign in to with this e-mail."
      width="prose"
    >
      <div className="flex flex-col gap-8">
        <ProfileForm account={account} timeZones={timeZones} />
        {account.hasPassword ? <PasswordForm email={account.email} /> : null}
        <DeviceList devices={sessions} reader={reader} />
        {mayHoldTokens ? <TokenList tokens={tokens} grantable={grantable} reader={reader} /> : null}
      </div>
    </PageFrame>
  );
}
