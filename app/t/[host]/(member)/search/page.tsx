import type { Metadata } from 'next';
import { hrefWith, queryOf, type SearchParams } from '@/app/_shared/query';
import { PageFrame } from '@/components/ui/page-frame';
import { Pagination } from '@/components/ui/pagination';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { searchFlag } from '@/lib/modules/collections/flags';
import { searchProcedures } from '@/lib/modules/collections/search/procedures';
import { maxHits, type SearchPage } from '@/lib/modules/collections/search/shapes';
import { CollectionCounts } from '@/lib/modules/collections/ui/search/collection-counts';
import { SearchHits } from '@/lib/modules/collections/ui/search/search-hits';
import { SearchNote } from '@/lib/modules/collections/ui/search/search-note';
import { findingProcedures } from '@/lib/tenancy/finding/procedures';
import { readerOf } from '../_shell/reader';
import { uuid } from '../collections/_parts/draft';
import { FoundThings } from './found-things';
import { SearchField } from './search-field';
import { SearchOff } from './search-off';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('member');
  return { title: t('Search') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

const size = 20;

const noRecords: SearchPage = {
  hits: [],
  total: 0,
  more: false,
  corrected: false,
  collections: [],
};

/** Records of every collection and things of all modules by words, which stand in the address. */
export default async function Search({ params, searchParams }: Props) {
  const door = await openMemberPage((await params).host);
  const t = await wording('member');
  if (!(await door.flags.value(searchFlag))) return <SearchOff />;
  const query = await queryOf(searchParams);
  const asked = (query.q ?? '').trim().slice(0, 200);
  const within = query.in && uuid.test(query.in) ? query.in : undefined;
  const offset = offsetOf(query.page);
  const seesRecords = door.can('records.read') && !door.tenant.modulesOff.includes('collections');
  const things =
    asked.length >= 2 && !within && offset === 0
      ? (await door.call(findingProcedures.find, { query: asked })).groups
      : [];
  const found = !asked
    ? null
    : !seesRecords
      ? noRecords
      : await door.call(searchProcedures.search, {
          ...{ query: asked, limit: size, offset },
          ...(within && { collectionIds: [within] }),
        });
  const to = (change: Record<string, string | undefined>) => hrefWith('/search', query, change);
  const pageAt = (from: number) => to({ page: from > 0 ? String(from / size + 1) : undefined });
  const last = offset + (found?.hits.length ?? 0);
  return (
    <PageFrame title={t('Search')} description={t('Anything that you may see here, by words.')}>
      <SearchField />
      <FoundThings groups={things} />
      {found && found.collections.length > 0 ? (
        <CollectionCounts
          collections={found.collections}
          chosen={within}
          hrefOf={(id) => to({ in: id, page: undefined })}
        />
      ) : null}
      {things.length > 0 && !found?.hits.length ? null : (
        <SearchNote asked={asked} page={found} everywhere={within && to({ in: undefined })} />
      )}
      {found && found.hits.length > 0 ? (
        <>
          <SearchHits hits={found.hits} reader={readerOf(door)} />
          <Pagination
            from={offset + 1}
            to={last}
            total={found.total}
            {...(offset > 0 && { previousHref: pageAt(offset - size) })}
            {...(last < found.total && { nextHref: pageAt(offset + size) })}
          />
        </>
      ) : null}
    </PageFrame>
  );
}

function offsetOf(page: string | undefined): number {
  const at = Number(page ?? 1);
  return Number.isInteger(at) && at > 0 ? Math.min((at - 1) * size, maxHits) : 0;
}
