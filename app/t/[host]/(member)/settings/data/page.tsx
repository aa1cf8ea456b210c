import type { Metadata } from 'next';
import { DescriptionList } from '@/components/ui/description-list';
import { FormSection } from '@/components/ui/form-section';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { formatBytes, formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { manifests } from '@/lib/modules/registry';
import { backupsProcedures, momentsProcedures } from '@/lib/tenancy/backups/procedures';
import { dataProcedures } from '@/lib/tenancy/data/procedures';
import { deletionProcedures } from '@/lib/tenancy/deletion/procedures';
import { tierProcedures } from '@/lib/tenancy/tier/procedures';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { BackupsSection } from './backups-section';
import { DeletionSection } from './deletion-section';
import { ExportSection } from './export-section';
import { MomentSection } from './moment-section';
import { SizeTable } from './size-table';
import { TierSection } from './tier-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Data') };
}

export default async function Data({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('data.read')) return <Refused door={door} title={t('Data')} />;
  const { shard, movedAt, tables, files } = await door.call(dataProcedures.overview, {});
  const walls = await door.call(tierProcedures.get, {});
  const list = await door.call(backupsProcedures.list, {});
  const leaving = door.can('workspace.delete') ? await door.call(deletionProcedures.get, {}) : null;
  const moments = await door.call(momentsProcedures.window, {});
  const manages = door.can('backups.manage');
  const exports = list.backups.filter(({ purpose }) => purpose === 'export');
  const reader = readerOf(door);
  const off = door.tenant.modulesOff.length;
  const bytes = tables.reduce((sum, table) => sum + table.estimatedBytes, 0);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <PageFrame
      title={t('Data')}
      description={t('Where the data of this workspace lives and how much there is.')}
    >
      <TierSection
        facts={walls}
        shard={shard}
        movedAt={movedAt}
        reader={reader}
        manages={door.can('isolation.manage')}
      />
      <BackupsSection list={list} reader={reader} slug={door.tenant.slug} manages={manages} />
      {manages ? (
        <MomentSection
          from={moments.from}
          to={moments.to}
          reader={reader}
          slug={door.tenant.slug}
        />
      ) : null}
      {manages ? <ExportSection exports={exports} reader={reader} /> : null}
      <FormSection
        title={t('Size')}
        description={t('Rows are counted now; bytes are estimated from a sample of each table.')}
      >
        <DescriptionList
          items={[
            { id: 'rows', term: t('Rows'), value: formatNumber(rows, reader.locale) },
            { id: 'bytes', term: t('Rows take about'), value: formatBytes(bytes, reader.locale) },
            {
              id: 'files',
              term: t('Files'),
              value: `${formatNumber(files.count, reader.locale)}, ${formatBytes(files.bytes, reader.locale)}`,
            },
            {
              id: 'modules',
              term: t('Features on'),
              value: `${manifests.length - off} of ${manifests.length}`,
            },
          ]}
        />
        <SizeTable tables={tables} locale={reader.locale} />
      </FormSection>
      {leaving ? <DeletionSection state={leaving} name={door.tenant.name} reader={reader} /> : null}
    </PageFrame>
  );
}
