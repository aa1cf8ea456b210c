import { Plus, Trash2 } from 'lucide-react';
import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { CollectionList } from '@/lib/modules/collections/ui/collections/collection-list';
import { DropToImport } from '@/lib/modules/collections/ui/imports/drop-to-import';
import { readerOf } from '../../_shell/reader';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('collections');
  return { title: t('Collections') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ show?: string }>;
}

export default async function Collections({ params, searchParams }: Props) {
  const t = await wording('collections');
  const door = await openMemberPage((await params).host);
  const trashed = (await searchParams).show === 'trash';
  const collections = await door.call(collectionProcedures.list, { trashed });
  const design = door.can('collections.manage');
  const reader = readerOf(door);
  return (
    <PageFrame
      title={trashed ? t('Trash') : t('Collections')}
      description={
        trashed
          ? t('Deleted collections, with their records.')
          : t('Tables your people design themselves.')
      }
      width="wide"
      actions={
        trashed ? (
          <LinkButton href="/collections">{t('Back to collections')}</LinkButton>
        ) : (
          <>
            <LinkButton variant="ghost" href="/collections/trash">
              {t('Deleted records')}
            </LinkButton>
            {design ? (
              <>
                <LinkButton variant="ghost" href="/collections?show=trash">
                  <Trash2 aria-hidden />
                  {t('Deleted collections')}
                </LinkButton>
                <LinkButton variant="primary" href="/collections/new">
                  <Plus aria-hidden />
                  {t('Create collection')}
                </LinkButton>
              </>
            ) : null}
          </>
        )
      }
    >
      {design && door.can('records.import') && !trashed ? (
        <DropToImport
          href="/collections/new?from=file"
          label={t('Drop the file to make a collection of it')}
        />
      ) : null}
      <CollectionList {...{ collections, reader, design, trashed }} />
    </PageFrame>
  );
}
