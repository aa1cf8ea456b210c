import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { HomeContents } from './_home/home-contents';
import { HomeSkeleton } from './_home/home-skeleton';

export const metadata: Metadata = { title: 'Home' };

export default async function Home({ params }: { params: Promise<{ host: string }> }) {
  const door = await openMemberPage((await params).host);
  return (
    <PageFrame title="Home" description={`Signed in as ${door.user.name}`}>
      <Suspense fallback={<HomeSkeleton />}>
        <HomeContents door={door} />
      </Suspense>
    </PageFrame>
  );
}
