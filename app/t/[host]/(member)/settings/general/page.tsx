import type { Metadata } from 'next';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { FormSection } from '@/components/ui/form-section';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { settingsProcedures } from '@/lib/tenancy/settings/procedures';
import { tenantUrl } from '@/lib/tenancy/urls';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { GeneralForm } from './general-form';
import { Ownership } from './ownership';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('General') };
}

export default async function General({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('branding.manage')) return <Refused door={door} title={t('General')} />;
  const { id, slug, primaryHost, createdAt, ...settings } = await door.call(
    settingsProcedures.get,
    {},
  );
  const address = tenantUrl({ slug, primaryHost });
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  return (
    <PageFrame
      title={t('General')}
      description={t('What this workspace is called and how it counts time.')}
    >
      <GeneralForm settings={settings} zones={[...new Set([settings.timeZone, ...zones])]}>
        <FormSection title={t('Address')} description={t('Where your people find this workspace.')}>
          <DescriptionList
            items={[
              { id: 'address', term: t('Address'), value: <Copied value={address} /> },
              { id: 'id', term: t('Workspace id'), value: <Copied value={id} /> },
              { id: 'created', term: t('Opened'), value: formatDay(createdAt, readerOf(door)) },
            ]}
          />
        </FormSection>
      </GeneralForm>
      {door.can('people.read') ? <Ownership door={door} /> : null}
    </PageFrame>
  );
}

function Copied({ value }: { value: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="min-w-0 truncate">{value}</span>
      <CopyButton value={value} size="small" />
    </span>
  );
}
