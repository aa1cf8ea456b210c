import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Document } from '@/components/shell/document';
import { isLanguage, languages } from '@/lib/language/languages';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import '../../globals.css';

/** Each page of the site is made once for each language. */
export const generateStaticParams = () => languages.map((language) => ({ language }));

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('site');
  return {
    title: { default: 'Rowhouse', template: '%s · Rowhouse' },
    icons: { icon: '/assets/rowhouse.svg' },
    description: t('Many tenants in one house, each behind a front door of its own.'),
  };
}

interface Props {
  params: Promise<{ language: string }>;
  children: React.ReactNode;
}

export default async function SiteLayout({ params, children }: Props) {
  const { language } = await params;
  if (!isLanguage(language)) notFound();
  return (
    <Document locale={language}>
      <Worded areas={['shared']}>{children}</Worded>
    </Document>
  );
}
