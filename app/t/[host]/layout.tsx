import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Document } from '@/components/shell/document';
import { monogramIcon } from '@/lib/tenancy/branding/monogram';
import { looksOf } from '@/lib/tenancy/looks';
import '../../globals.css';

interface Props {
  params: Promise<{ host: string }>;
  children: React.ReactNode;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const looks = await looksOf((await params).host);
  const name = looks?.brand.name ?? '';
  return {
    title: { default: name, template: `%s · ${name}` },
    ...(looks && { icons: { icon: looks.brand.favicon ?? monogramIcon(looks.brand) } }),
  };
}

export default async function TenantLayout({ params, children }: Props) {
  const looks = await looksOf((await params).host);
  if (!looks) notFound();
  return (
    <Document locale={looks.locale} css={looks.css}>
      {children}
    </Document>
  );
}
