import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Gallery } from '@/components/gallery/gallery';
import { env } from '@/lib/env';
import { wording } from '@/lib/language/request';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('site');
  return { title: t('Design system'), robots: 'noindex' };
}

/** Every primitive in every state, for whoever builds pages; on local machines only. */
export default function Design() {
  if (!env().isLocal) notFound();
  return (
    <main>
      <Gallery />
    </main>
  );
}
