import type { Metadata } from 'next';
import { Document } from '@/components/shell/document';
import { pageLanguage, wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { brandCss } from '@/lib/tenancy/branding/css';
import { publishBrand } from '@/lib/tenancy/branding/publish';
import '../globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return {
    title: { default: t('Console'), template: `%s · ${t('Console')}` },
    robots: { index: false, follow: false },
    icons: { icon: '/assets/rowhouse.svg' },
  };
}

// A grey house of its own, so that nobody mistakes the console for a tenant.
const css = brandCss(
  publishBrand({ color: '#30343b', radius: 4, density: 'compact', name: 'Console' }).brand,
);

export default async function ConsoleLayout({ children }: { children: React.ReactNode }) {
  return (
    <Document locale={await pageLanguage()} css={css}>
      <Worded areas={['shared', 'console']}>{children}</Worded>
    </Document>
  );
}
