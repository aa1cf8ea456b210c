import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { ImportWizard } from '@/lib/modules/collections/ui/imports/import-wizard';
import { draftInAddress, uuid } from '../../_parts/draft';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('collections');
  return { title: t('Import') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
  searchParams: Promise<{ import?: string }>;
}

export default async function ImportPage({ params, searchParams }: Props) {
  const t = await wording('collections');
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!uuid.test(id)) notFound();
  if (!door.can('records.import')) forbidden();
  const collection = await door.call(collectionProcedures.get, { collectionId: id });
  const draft = await draftInAddress(door, (await searchParams).import);
  const target = {
    collectionId: id,
    fields: collection.fields,
    design: door.can('collections.manage'),
  };
  return (
    <PageFrame
      title={t('Import into {name}', { name: collection.name })}
      description={t(
        'An Excel, CSV or JSON file becomes records. You see every problem before anything changes.',
      )}
      breadcrumb={
        <Breadcrumb
          label={t('Where this is')}
          crumbs={[
            { label: t('Collections'), href: '/collections' },
            { label: collection.name, href: `/collections/${id}` },
          ]}
        />
      }
    >
      <ImportWizard target={target} draft={draft} />
    </PageFrame>
  );
}
