import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type MemberDoor, openMemberPage } from '@/lib/doors/page';
import { isAppError } from '@/lib/errors';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import type { RecordPage } from '@/lib/modules/collections/records/shapes';
import { CollectionView } from '@/lib/modules/collections/ui/collection-view';
import { listedView } from '@/lib/modules/collections/view/fit';
import { openView } from '@/lib/modules/collections/view/open';
import { type View, wholeFilters } from '@/lib/modules/collections/view/state';
import { viewProcedures } from '@/lib/modules/collections/views/procedures';
import { uuid } from '../_parts/draft';

export const metadata: Metadata = { title: 'Collection' };

interface Props {
  params: Promise<{ host: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CollectionPage({ params, searchParams }: Props) {
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!uuid.test(id)) notFound();
  const collection = await door.call(collectionProcedures.get, { collectionId: id });
  const hasPeople = collection.fields.some(({ type }) => type === 'person');
  const people = hasPeople ? await door.call(recordProcedures.people, { limit: 500 }) : [];
  const views = await door.call(viewProcedures.list, { collectionId: id });
  const query = new URLSearchParams(flat(await searchParams));
  const { view } = openView(query, views, collection.fields);
  const first =
    view.kind === 'grid' ? await firstPage(door, id, listedView(view, collection.fields)) : null;
  const rights = {
    write: door.can('records.write'),
    design: door.can('collections.manage'),
    import: door.can('records.import'),
    export: door.can('records.export'),
  };
  const locale = door.user.locale ?? door.tenant.locale;
  const timeZone = door.user.timeZone ?? door.tenant.timeZone;
  return (
    <CollectionView
      key={id}
      {...{ collection, views, rights, first, locale, timeZone }}
      people={people.map((person) => ({ id: person.id, name: person.name }))}
    />
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
