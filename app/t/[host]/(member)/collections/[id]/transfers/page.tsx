import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { importProcedures } from '@/lib/modules/collections/imports/procedures';
import { ImportList } from '@/lib/modules/collections/ui/transfers/import-list';
import { uuid } from '../../_parts/draft';

export const metadata: Metadata = { title: 'Imports' };

interface Props {
  params: Promise<{ host: string; id: string }>;
}

export default async function Transfers({ params }: Props) {
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!uuid.test(id)) notFound();
  if (!door.can('records.import')) forbidden();
  const collection = await door.call(collectionProcedures.get, { collectionId: id });
  const imports = await door.call(importProcedures.list, { collectionId: id });
  const { tenant, user } = door;
  const reader = {
    locale: user.locale ?? tenant.locale,
    timeZone: user.timeZone ?? tenant.timeZone,
  };
  return (
    <PageFrame
      width="wide"
      title="Imports"
      description={`Files that went into ${collection.name}, and the way back.`}
      breadcrumb={
        <Breadcrumb
          label="Where this is"
          crumbs={[
            { label: 'Collections', href: '/collections' },
            { label: collection.name, href: `/collections/${id}` },
          ]}
        />
      }
      actions={<LinkButton href={`/collections/${id}/import`}>Import a file</LinkButton>}
    >
      <ImportList collectionId={id} {...{ imports, reader }} />
    </PageFrame>
  );
}
