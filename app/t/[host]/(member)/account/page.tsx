import type { Metadata } from 'next';
import { PageFrame } from '@/components/ui/page-frame';
import { permissionTitles } from '@/lib/access/rights';
import { openMemberPage } from '@/lib/doors/page';
import { accountProcedures } from '@/lib/identity/account-procedures';
import { factorProcedures } from '@/lib/identity/factors/procedures';
import { passkeyProcedures } from '@/lib/identity/passkeys/procedures';
import { sessionProcedures } from '@/lib/identity/session-procedures';
import { tokenProcedures } from '@/lib/identity/tokens/procedures';
import { wording } from '@/lib/language/request';
import { readerOf } from '../_shell/reader';
import { DeviceList } from './_parts/device-list';
import { OwnFields } from './_parts/own-fields';
import { OwnTeams } from './_parts/own-teams';
import { Passkeys } from './_parts/passkeys';
import { PasswordForm } from './_parts/password-form';
import { ProfileForm } from './_parts/profile-form';
import { SecondFactor } from './_parts/second-factor';
import { TokenList } from './_parts/token-list';
import { WhoMayLook } from './_parts/who-may-look';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('member');
  return { title: t('Your account') };
}

export default async function Account({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('member');
  const door = await openMemberPage((await params).host);
  const account = await door.call(accountProcedures.account.get, {});
  const { sessions } = await door.call(sessionProcedures.session.list, {});
  const factor = await door.find(factorProcedures.factors.get, {});
  const known = await door.find(passkeyProcedures.passkeys.list, {});
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
      title={t('Your account')}
      description={t('The same in every workspace that you sign in to with this e-mail.')}
      width="prose"
    >
      <div className="flex flex-col gap-8">
        <ProfileForm account={account} timeZones={timeZones} />
        <OwnFields door={door} />
        <OwnTeams door={door} />
        <WhoMayLook door={door} />
        {account.hasPassword ? (
          <PasswordForm
            email={account.email}
            personal={[account.name, account.email, door.tenant.name]}
            hasFactor={Boolean(factor?.authenticator || factor?.passkeys)}
          />
        ) : null}
        {factor ? (
          <div id="second-factor">
            <SecondFactor factor={factor} hasPassword={account.hasPassword} reader={reader} />
          </div>
        ) : null}
        {known ? <Passkeys {...known} reader={reader} /> : null}
        <DeviceList devices={sessions} reader={reader} />
        {mayHoldTokens ? <TokenList tokens={tokens} grantable={grantable} reader={reader} /> : null}
      </div>
    </PageFrame>
  );
}
