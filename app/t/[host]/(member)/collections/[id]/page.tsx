import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type MemberDoor, openMemberPage } from '@/lib/doors/page';
import { isAppError } from '@/lib/errors';
import { wording } from '@/lib/language/request';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import type { RecordPage } from '@/lib/modules/collections/records/shapes';
import { CollectionView } from '@/lib/modules/collections/ui/collection-view';
import { DropToImport } from '@/lib/modules/collections/ui/imports/drop-to-import';
import { listedView } from '@/lib/modules/collections/view/fit';
import { openView } from '@/lib/modules/collections/view/open';
import { type View, wholeFilters } from '@/lib/modules/collections/view/state';
import { viewProcedures } from '@/lib/modules/collections/views/procedures';
import { uuid } from '../_parts/draft';
import { followFrom } from '../_parts/follow';
import { readerOf, rightsIn } from '../_parts/member';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('collections');
  return { title: t('Collection') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CollectionPage({ params, searchParams }: Props) {
  const t = await wording('collections');
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!uuid.test(id)) notFound();
  const collection = await door.call(collectionProcedures.get, { collectionId: id });
  // Before the records are read, so that nothing between the two is missed.
  const follow = await followFrom(door, id);
  const hasPeople = collection.fields.some(({ type }) => type === 'person');
  const people = hasPeople ? await door.call(recordProcedures.people, { limit: 500 }) : [];
  const views = await door.call(viewProcedures.list, { collectionId: id });
  const query = new URLSearchParams(flat(await searchParams));
  const { view } = openView(query, views, collection);
  const first =
    view.kind === 'grid' ? await firstPage(door, id, listedView(view, collection.fields)) : null;
  const rights = rightsIn(door, collection);
  return (
    <>
      <DropToImport
        href={rights.import ? `/collections/${id}/import` : null}
        label={t('Drop the file to import it into {name}', { name: collection.name })}
      />
      <CollectionView
        key={id}
        {...{ collection, views, first, follow }}
        rights={rights}
        reader={readerOf(door)}
        userId={door.user.id}
        people={people.map((person) => ({ id: person.id, name: person.name }))}
      />
    </>
  );
}

/** Null when a filter compares with what cannot be; the page then says so. */
async function firstPage(
  door: MemberDoor,
  collectionId: string,
  { filters = [], ...view }: View,
): Promise<RecordPage | null> {
  const asked = { collectionId, ...view, filters: wholeFilters(filters) };
  try {
    return await door.call(recordProcedures.list, { ...asked, limit: 100, offset: 0 });
  } catch (error) {
    if (isAppError(error) && error.code === 'invalid') return null;
    throw error;
  }
}

const flat = (query: Record<string, string | string[] | undefined>): [string, string][] =>
  Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined ? [] : [[name, one] as [string, string]])),
  );
