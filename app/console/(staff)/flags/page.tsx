import type { Metadata } from 'next';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { platformFlagsProcedures } from '@/lib/platform/flags/procedures';
import { flagsDescription } from './flag-words';
import { FlagsTable } from './flags-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Flags') };
}

export default async function Flags() {
  const t = await wording('console');
  const door = await openConsolePage();
  const { flags } = await door.call(platformFlagsProcedures.list, {});
  return (
    <PageFrame title={t('Flags')} description={t(flagsDescription)} width="wide">
      <FlagsTable flags={flags} />
    </PageFrame>
  );
}
