import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import { RecordPage } from '@/lib/modules/collections/ui/record/record-page';
import { viewProcedures } from '@/lib/modules/collections/views/procedures';
import { uuid } from '../../../_parts/draft';
import { followFrom } from '../../../_parts/follow';
import { readerOf, rightsIn } from '../../../_parts/member';
import { tasksBeside } from './tasks-beside';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('collections');
  return { title: t('Record') };
}

interface Props {
  params: Promise<{ host: string; id: string; recordId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Record({ params, searchParams }: Props) {
  const { host, id, recordId } = await params;
  const door = await openMemberPage(host);
  if (!uuid.test(id) || !uuid.test(recordId)) notFound();
  const collection = await door.call(collectionProcedures.get, { collectionId: id });
  // Before the record is read, so that nothing between the two is missed.
  const follow = await followFrom(door, id);
  const record = await door.call(recordProcedures.get, { collectionId: id, recordId });
  const views = await door.call(viewProcedures.list, { collectionId: id });
  const hasPeople = collection.fields.some(({ type }) => type === 'person');
  const people = hasPeople ? await door.call(recordProcedures.people, { limit: 500 }) : [];
  const ids = [record.createdBy, record.updatedBy].filter((one) => one !== null);
  const authors = ids.length > 0 ? await door.call(recordProcedures.people, { ids }) : [];
  const query = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => [name, one]),
    ),
  );
  return (
    <RecordPage
      key={recordId}
      {...{ collection, record, views, people, authors, follow }}
      rights={rightsIn(door, collection)}
      reader={readerOf(door)}
      userId={door.user.id}
      query={query.toString()}
      besides={await tasksBeside(door, { within: id, id: recordId })}
    />
  );
}
