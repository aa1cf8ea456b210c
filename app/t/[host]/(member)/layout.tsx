import { cookies } from 'next/headers';
import { Logo } from '@/components/brand/logo';
import { AppShell } from '@/components/shell/app-shell';
import { collapsedCookie } from '@/components/shell/collapsed-cookie';
import { myPlanProcedures } from '@/lib/billing/user-plans/own-procedures';
import { openMemberPage } from '@/lib/doors/page';
import { ProofProvider } from '@/lib/identity/ui/proof-provider';
import { KeepLanguage } from '@/lib/language/keep-language';
import { Worded } from '@/lib/language/worded';
import { deletionProcedures } from '@/lib/tenancy/deletion/procedures';
import { looksOf } from '@/lib/tenancy/looks';
import { listPlaces } from '@/lib/tenancy/places';
import { DeletionBanner } from './_shell/deletion-banner';
import { MemberMenu } from './_shell/member-menu';
import { paletteRights, settingsGroup, workGroup } from './_shell/navigation';
import { Palette } from './_shell/palette';
import { PlaceSwitcher } from './_shell/place-switcher';
import { readerOf } from './_shell/reader';
import { SecondFactorBanner } from './_shell/second-factor-banner';
import { secondFactorLaterCookie } from './_shell/second-factor-later';
import { SwitchOffer } from './_shell/switch-offer';

interface Props {
  params: Promise<{ host: string }>;
  children: React.ReactNode;
}

export default async function MemberLayout({ params, children }: Props) {
  const { host } = await params;
  const door = await openMemberPage(host);
  const [looks, places, jar, leaving, work, bottom, rights, myPlan] = await Promise.all([
    looksOf(host),
    door.call(listPlaces, {}),
    cookies(),
    door.can('workspace.delete') ? door.call(deletionProcedures.get, {}) : null,
    workGroup(door),
    settingsGroup(door),
    paletteRights(door),
    door.call(myPlanProcedures.shown, {}),
  ]);
  const brand = { name: looks?.brand.name ?? door.tenant.name, logo: looks?.brand.logo };
  const groups = [work];
  return (
    <Worded areas={['member', 'collections', 'tasks', 'customFields']}>
      <KeepLanguage chosen={door.user.locale} />
      <ProofProvider>
        <AppShell
          banner={
            <>
              {leaving?.deletion ? (
                <DeletionBanner
                  name={brand.name}
                  dueAt={leaving.deletion.dueAt}
                  reader={readerOf(door)}
                />
              ) : null}
              {jar.has(secondFactorLaterCookie) ? null : <SecondFactorBanner door={door} />}
            </>
          }
          navLabel={brand.name}
          collapsed={jar.get(collapsedCookie)?.value === '1'}
          top={<PlaceSwitcher brand={brand} places={places} />}
          topCollapsed={<Logo name={brand.name} src={brand.logo} size="small" />}
          search={<Palette groups={[...groups, ...bottom]} places={places} rights={rights} />}
          groups={groups}
          bottomGroups={bottom}
          person={
            <MemberMenu
              person={{ name: door.user.name, email: door.user.email }}
              looks={door.can('shared.read')}
              plans={myPlan.shown}
            />
          }
        >
          {children}
          {places.length > 1 ? <SwitchOffer places={places} /> : null}
        </AppShell>
      </ProofProvider>
    </Worded>
  );
}
