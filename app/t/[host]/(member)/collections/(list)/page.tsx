import { Plus, Trash2 } from 'lucide-react';
import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { CollectionList } from '@/lib/modules/collections/ui/collections/collection-list';
import { readerOf } from '../../_shell/reader';

export const metadata: Metadata = { title: 'Collections' };

interface Props {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ show?: string }>;
}

export default async function Collections({ params, searchParams }: Props) {
  const door = await openMemberPage((await params).host);
  const trashed = (await searchParams).show === 'trash';
  const collections = await door.call(collectionProcedures.list, { trashed });
  const design = door.can('collections.manage');
  const reader = readerOf(door);
  return (
    <PageFrame
      title={trashed ? 'Trash' : 'Collections'}
      description={
        trashed
          ? 'Deleted collections, with their records.'
          : 'Tables your people design themselves.'
      }
      width="wide"
      actions={
        trashed ? (
          <LinkButton href="/collections">Back to collections</LinkButton>
        ) : design ? (
          <>
            <LinkButton variant="ghost" href="/collections?show=trash">
              <Trash2 aria-hidden />
              Trash
            </LinkButton>
            <LinkButton variant="primary" href="/collections/new">
              <Plus aria-hidden />
              Create collection
            </LinkButton>
          </>
        ) : null
      }
    >
      <CollectionList {...{ collections, reader, design, trashed }} />
    </PageFrame>
  );
}
