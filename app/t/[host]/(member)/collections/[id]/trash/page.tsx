import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { trashProcedures } from '@/lib/modules/collections/trash/procedures';
import { TrashPage } from '@/lib/modules/collections/ui/trash/trash-page';
import { uuid } from '../../_parts/draft';
import { readerOf, rightsOf } from '../../_parts/member';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('collections');
  return { title: t('Trash') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
}

export default async function CollectionTrash({ params }: Props) {
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!uuid.test(id)) notFound();
  const { name } = await door.call(collectionProcedures.get, { collectionId: id });
  const first = await door.call(trashProcedures.list, { collectionId: id });
  const collection = { id, name };
  return <TrashPage {...{ collection, first }} rights={rightsOf(door)} reader={readerOf(door)} />;
}
