import type { Metadata } from 'next';
import { DescriptionList } from '@/components/ui/description-list';
import { FormSection } from '@/components/ui/form-section';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { formatBytes, formatDay, formatNumber } from '@/lib/format';
import { manifests } from '@/lib/modules/registry';
import { backupsProcedures } from '@/lib/tenancy/backups/procedures';
import { dataProcedures } from '@/lib/tenancy/data/procedures';
import { readerOf } from '../_frame/reader';
import { Refused } from '../_frame/refused';
import { BackupsSection } from './backups-section';
import { ExportSection } from './export-section';
import { SizeTable } from './size-table';
import { tierWords } from './tier-words';

export const metadata: Metadata = { title: 'Data' };

export default async function Data({ params }: { params: Promise<{ host: string }> }) {
  const door = await openMemberPage((await params).host);
  if (!door.can('data.read')) return <Refused door={door} title="Data" />;
  const { tier, shard, movedAt, tables, files } = await door.call(dataProcedures.overview, {});
  const list = await door.call(backupsProcedures.list, {});
  const manages = door.can('backups.manage');
  const exports = list.backups.filter(({ purpose }) => purpose === 'export');
  const reader = readerOf(door);
  const off = door.tenant.modulesOff.length;
  const bytes = tables.reduce((sum, table) => sum + table.estimatedBytes, 0);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const words = tierWords[tier];
  return (
    <PageFrame
      title="Data"
      description="Where the data of this workspace lives and how much there is."
    >
      <FormSection title="Isolation" description="How far your data stands from everybody else’s.">
        <div className="rounded-panel border border-line bg-surface-raised p-4">
          <p className="font-semibold">{words.name}</p>
          <p className="mt-1 text-measure text-muted">{words.meaning}</p>
        </div>
        <DescriptionList
          items={[
            { id: 'shard', term: 'Database server', value: shard },
            { id: 'since', term: 'There since', value: formatDay(movedAt, reader) },
          ]}
        />
      </FormSection>
      <BackupsSection list={list} reader={reader} slug={door.tenant.slug} manages={manages} />
      {manages ? <ExportSection exports={exports} reader={reader} /> : null}
      <FormSection
        title="Size"
        description="Rows are counted now; bytes are estimated from a sample of each table."
      >
        <DescriptionList
          items={[
            { id: 'rows', term: 'Rows', value: formatNumber(rows, reader.locale) },
            { id: 'bytes', term: 'Rows take about', value: formatBytes(bytes, reader.locale) },
            {
              id: 'files',
              term: 'Files',
              value: `${formatNumber(files.count, reader.locale)}, ${formatBytes(files.bytes, reader.locale)}`,
            },
            {
              id: 'modules',
              term: 'Features on',
              value: `${manifests.length - off} of ${manifests.length}`,
            },
          ]}
        />
        <SizeTable tables={tables} locale={reader.locale} />
      </FormSection>
    </PageFrame>
  );
}
