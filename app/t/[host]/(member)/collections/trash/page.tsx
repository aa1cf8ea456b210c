import type { Metadata } from 'next';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { trashProcedures } from '@/lib/modules/collections/trash/procedures';
import { TrashPage } from '@/lib/modules/collections/ui/trash/trash-page';
import { readerOf, rightsOf } from '../_parts/member';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('collections');
  return { title: t('Deleted records') };
}

interface Props {
  params: Promise<{ host: string }>;
}

export default async function Trash({ params }: Props) {
  const door = await openMemberPage((await params).host);
  const first = await door.call(trashProcedures.list, {});
  return <TrashPage first={first} rights={rightsOf(door)} reader={readerOf(door)} />;
}
