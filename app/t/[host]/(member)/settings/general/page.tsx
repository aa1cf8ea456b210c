import type { Metadata } from 'next';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { FormSection } from '@/components/ui/form-section';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { settingsProcedures } from '@/lib/tenancy/settings/procedures';
import { tenantUrl } from '@/lib/tenancy/urls';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { GeneralForm } from './general-form';

export const metadata: Metadata = { title: 'General' };

export default async function General({ params }: { params: Promise<{ host: string }> }) {
  const door = await openMemberPage((await params).host);
  if (!door.can('branding.manage')) return <Refused door={door} title="General" />;
  const { id, slug, primaryHost, createdAt, ...settings } = await door.call(
    settingsProcedures.get,
    {},
  );
  const address = tenantUrl({ slug, primaryHost });
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  return (
    <PageFrame title="General" description="What this workspace is called and how it counts time.">
      <GeneralForm settings={settings} zones={[...new Set([settings.timeZone, ...zones])]}>
        <FormSection title="Address" description="Where your people find this workspace.">
          <DescriptionList
            items={[
              { id: 'address', term: 'Address', value: <Copied value={address} /> },
              { id: 'id', term: 'Workspace id', value: <Copied value={id} /> },
              { id: 'created', term: 'Opened', value: formatDay(createdAt, readerOf(door)) },
            ]}
          />
        </FormSection>
      </GeneralForm>
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
