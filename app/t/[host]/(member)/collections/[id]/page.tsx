import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type MemberDoor, openMemberPage } from '@/lib/doors/page';
import { isAppError } from '@/lib/errors';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import type { RecordPage } from '@/lib/modules/collections/records/shapes';
import { CollectionView } from '@/lib/modules/collections/ui/collection-view';
import { isWhole, parseView } from '@/lib/modules/collections/view/url';
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
  const first = await firstPage(door, id, new URLSearchParams(flat(await searchParams)));
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
      {...{ collection, rights, first, locale, timeZone }}
      people={people.map((person) => ({ id: person.id, name: person.name }))}
    />
  );
}

/** Null when the address asks for a field that is gone; the page then says so. */
async function firstPage(
  door: MemberDoor,
  collectionId: string,
  query: URLSearchParams,
): Promise<RecordPage | null> {
  const { search, filters, match, sorts } = parseView(query);
  const view = { search, filters: filters.filter(isWhole), match, sorts };
  try {
    return await door.call(recordProcedures.list, { collectionId, ...view, limit: 100, offset: 0 });
  } catch (error) {
    if (isAppError(error) && error.code === 'invalid') return null;
    throw error;
  }
}

const flat = (query: Record<string, string | string[] | undefined>): [string, string][] =>
  Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined ? [] : [[name, one] as [string, string]])),
  );
