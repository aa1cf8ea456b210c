import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { NewCollectionPage } from '@/lib/modules/collections/ui/collections/new-collection-page';
import { draftInAddress } from '../_parts/draft';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('collections');
  return { title: t('Create collection') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ from?: string; import?: string }>;
}

export default async function NewCollection({ params, searchParams }: Props) {
  const t = await wording('collections');
  const door = await openMemberPage((await params).host);
  if (!door.can('collections.manage')) forbidden();
  const query = await searchParams;
  const mayImport = door.can('records.import');
  const draft = mayImport ? await draftInAddress(door, query.import) : null;
  return (
    <PageFrame
      title={t('Create collection')}
      description={t('Start empty and add fields, or let a file bring fields and records.')}
    >
      <NewCollectionPage
        fromFile={mayImport && (query.from === 'file' || draft !== null)}
        {...{ draft, mayImport }}
      />
    </PageFrame>
  );
}
