import { Share2 } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { grantsProcedures } from '@/lib/access/grants/procedures';
import { builtInRoles, roleNames } from '@/lib/access/permissions';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Refused } from '../../_frame/refused';
import { GrantForm } from './grant-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Share a view') };
}

export default async function NewGrant({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('sharing.manage')) return <Refused door={door} title={t('Share a view')} />;
  const { views } = await door.call(grantsProcedures.choices, {});
  const places = views.flatMap(({ view, places }) =>
    places.filter(({ fields }) => fields.length > 0).map((place) => ({ ...place, view })),
  );
  return (
    <PageFrame
      title={t('Share a view')}
      description={t('People of another workspace read what you name here, and nothing else.')}
      actions={<LinkButton href="/settings/sharing">{t('Sharing')}</LinkButton>}
    >
      {places.length > 0 ? (
        <GrantForm
          places={places}
          roles={builtInRoles.map((key) => ({ key, name: t.said(roleNames[key]) }))}
          timeZone={door.tenant.timeZone}
        />
      ) : (
        <EmptyState
          icon={Share2}
          title={t('There is nothing to share yet')}
          description={t(
            'A view shows chosen fields of a collection whose records you all see. Make a collection with fields first.',
          )}
          action={<LinkButton href="/collections">{t('Collections')}</LinkButton>}
        />
      )}
    </PageFrame>
  );
}
