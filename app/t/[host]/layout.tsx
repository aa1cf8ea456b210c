import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { Document } from '@/components/shell/document';
import { pageLanguage } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { themeColors } from '@/lib/tenancy/branding/css';
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

export async function generateViewport({ params }: Props): Promise<Viewport> {
  const looks = await looksOf((await params).host);
  if (!looks) return {};
  const [light, dark] = themeColors(looks.brand);
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: light },
      { media: '(prefers-color-scheme: dark)', color: dark },
    ],
  };
}

export default async function TenantLayout({ params, children }: Props) {
  const looks = await looksOf((await params).host);
  if (!looks) notFound();
  return (
    <Document locale={await pageLanguage()} css={looks.css}>
      <Worded areas={['shared', 'auth']}>{children}</Worded>
    </Document>
  );
}
