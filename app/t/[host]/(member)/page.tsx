import type { Metadata } from 'next';
import { Suspense } from 'react';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { HomeContents } from './_home/home-contents';
import { HomeSkeleton } from './_home/home-skeleton';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('member');
  return { title: t('Home') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

export default async function Home({ params, searchParams }: Props) {
  const t = await wording('member');
  const door = await openMemberPage((await params).host);
  const { from } = await queryOf(searchParams);
  return (
    <PageFrame title={t('Home')} description={t('Signed in as {name}', { name: door.user.name })}>
      <Suspense fallback={<HomeSkeleton />}>
        <HomeContents door={door} from={from} />
      </Suspense>
    </PageFrame>
  );
}
