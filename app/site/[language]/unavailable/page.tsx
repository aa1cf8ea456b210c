import type { Metadata } from 'next';
import { FailedPage } from '@/components/shell/failed-page';
import { pageLanguage, wording } from '@/lib/language/request';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('site');
  return { title: t('Back in a moment') };
}

/** In place of any page while nobody can be asked whose host it is. */
export default async function Unavailable() {
  return <FailedPage locale={await pageLanguage()} />;
}
