import type { Metadata } from 'next';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';

export const metadata: Metadata = { title: 'Home' };

export default async function Home({ params }: { params: Promise<{ host: string }> }) {
  const door = await openMemberPage((await params).host);
  return <PageFrame title="Home">{door.user.name}</PageFrame>;
}
