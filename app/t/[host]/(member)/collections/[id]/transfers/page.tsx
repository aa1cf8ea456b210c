import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { sentenceIn } from '@/lib/language/refusal';
import { wording } from '@/lib/language/request';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { exportProcedures } from '@/lib/modules/collections/exports/procedures';
import { importProcedures } from '@/lib/modules/collections/imports/procedures';
import { ExportList } from '@/lib/modules/collections/ui/transfers/export-list';
import { ImportList } from '@/lib/modules/collections/ui/transfers/import-list';
import { uuid } from '../../_parts/draft';
import { readerOf, rightsOf } from '../../_parts/member';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('collections');
  return { title: t('Imports and exports') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
}

export default async function Transfers({ params }: Props) {
  const t = await wording('collections');
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!uuid.test(id)) notFound();
  const rights = rightsOf(door);
  if (!rights.import && !rights.export) forbidden();
  const collection = await door.call(collectionProcedures.get, { collectionId: id });
  const asked = { collectionId: id };
  const imports = rights.import ? await door.call(importProcedures.list, asked) : null;
  const exports = rights.export ? await door.call(exportProcedures.list, asked) : null;
  const reader = readerOf(door);
  // Why a file was not made is kept as refusals are: in English, to be said in the reader's language.
  const said = <T extends { message: string | null }>(one: T): T =>
    one.message === null ? one : { ...one, message: sentenceIn(t.language, one.message) };
  return (
    <PageFrame
      width="wide"
      title={t('Imports and exports')}
      description={t('Files that went into {name}, and files that were made of it.', {
        name: collection.name,
      })}
      breadcrumb={
        <Breadcrumb
          label={t('Where this is')}
          crumbs={[
            { label: t('Collections'), href: '/collections' },
            { label: collection.name, href: `/collections/${id}` },
          ]}
        />
      }
      actions={
        rights.import ? (
          <LinkButton href={`/collections/${id}/import`}>{t('Import a file')}</LinkButton>
        ) : undefined
      }
    >
      {exports ? (
        <section className="flex flex-col gap-3">
          <h2 className="font-semibold">{t('Exports')}</h2>
          <ExportList exports={exports.map(said)} reader={reader} />
        </section>
      ) : null}
      {imports ? (
        <section className="flex flex-col gap-3">
          <h2 className="font-semibold">{t('Imports')}</h2>
          <ImportList collectionId={id} {...{ imports, reader }} />
        </section>
      ) : null}
    </PageFrame>
  );
}
