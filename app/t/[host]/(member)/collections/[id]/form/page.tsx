import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { formProcedures } from '@/lib/modules/collections/forms/procedures';
import { DesignPage } from '@/lib/modules/collections/ui/forms/design-page';
import { uuid } from '../../_parts/draft';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('collections');
  return { title: t('Form') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
}

export default async function CollectionForm({ params }: Props) {
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!uuid.test(id)) notFound();
  const { form } = await door.call(formProcedures.get, { collectionId: id });
  const collection = await door.call(collectionProcedures.get, { collectionId: id });
  return <DesignPage collection={collection} form={form} />;
}
