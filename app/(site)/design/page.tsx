import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Gallery } from '@/components/gallery/gallery';
import { env } from '@/lib/env';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Design system', robots: 'noindex' };

/** Every primitive in every state, for whoever builds pages; on local machines only. */
export default function Design() {
  if (!env().isLocal) notFound();
  return (
    <main>
      <Gallery />
    </main>
  );
}
