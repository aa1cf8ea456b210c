'use client';

import { FilePlus2, FileText, Search, Table2, TablePropertiesIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PaletteGroup, PaletteItem } from '@/components/shell/palette-group';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { CollectionSummary } from '../../collections/shapes';
import type { SearchHit } from '../../search/shapes';
import { api } from '../data/api';
import { recordAddress } from '../record/record-address';
import { Marked } from './marked';
import { useRecordSearch } from './use-record-search';

/** What the person may do with collections from the palette; null where they see none. */
export type PaletteRights = { search: boolean; write: boolean; design: boolean } | null;

/** What the command palette has of collections: where one can go, and the records found; and what keeps them up to date. */
export function usePaletteRecords(rights: PaletteRights) {
  const t = useWording('member');
  const { push } = useRouter();
  const [text, setText] = useState('');
  const [own, setOwn] = useState<CollectionSummary[]>([]);
  const { page, pending, failed } = useRecordSearch(rights?.search ? text : '');
  const opened = async (open: boolean) => {
    setText('');
    if (!open || !rights) return;
    const answer = await api<CollectionSummary[]>('GET', '/collections');
    if (answer.ok) setOwn(answer.data);
  };
  const hits = (page?.hits ?? []).map((hit) => hitItem(hit, push, t));
  const all: PaletteItem = {
    id: 'search-all',
    label: t('Search everywhere for {words}', { words: text.trim() }),
    icon: <Search aria-hidden />,
    onSelect: () => push(`/search?${new URLSearchParams({ q: text.trim() })}`),
  };
  const places: PaletteGroup[] = rights
    ? [
        { id: 'collections', label: t('Collections'), untyped: 5, items: own.map(openItem(push)) },
        { id: 'create', label: t('Create'), untyped: 3, items: creating({ rights, own, push, t }) },
      ]
    : [];
  const found: PaletteGroup[] = rights
    ? [
        {
          id: 'records',
          label: page?.corrected ? t('Records, spelled nearly so') : t('Records'),
          found: true,
          items: hits,
        },
        {
          ...{ id: 'everywhere', label: t('Search'), found: true },
          items: rights.search && text.trim() ? [all] : [],
        },
      ]
    : [];
  return { places, found, pending, failed, onSearch: setText, opened };
}

type Push = (href: string) => void;
type Words = Wording<'member'>;

const hitItem = (hit: SearchHit, push: Push, t: Words): PaletteItem => ({
  id: `record-${hit.id}`,
  label: hit.title.map(({ text }) => text).join('') || t('Untitled'),
  ...(hit.title.length > 0 && { content: <Marked parts={hit.title} /> }),
  ...(hit.found && {
    detail: (
      <>
        {hit.found.name}: <Marked parts={hit.found.parts} />
      </>
    ),
  }),
  icon: <FileText aria-hidden />,
  note: hit.collectionName,
  onSelect: () => push(recordAddress(hit.collectionId, hit.id)),
});

const openItem =
  (push: Push) =>
  ({ id, name, description }: CollectionSummary): PaletteItem => ({
    id: `collection-${id}`,
    label: name,
    keywords: [description],
    icon: <Table2 aria-hidden />,
    onSelect: () => push(`/collections/${id}`),
  });

interface Creating {
  rights: NonNullable<PaletteRights>;
  own: readonly CollectionSummary[];
  push: Push;
  t: Words;
}

function creating({ rights, own, push, t }: Creating): PaletteItem[] {
  const collection: PaletteItem = {
    id: 'new-collection',
    label: t('New collection'),
    keywords: ['create', 'add'],
    icon: <TablePropertiesIcon aria-hidden />,
    onSelect: () => push('/collections/new'),
  };
  const record = ({ id, name }: CollectionSummary): PaletteItem => ({
    id: `new-record-${id}`,
    label: t('New record in {name}', { name }),
    keywords: ['create', 'add'],
    icon: <FilePlus2 aria-hidden />,
    onSelect: () => push(`/collections/${id}?new=1`),
  });
  return [...(rights.design ? [collection] : []), ...(rights.write ? own.map(record) : [])];
}
