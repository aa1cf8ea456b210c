import type { Metadata } from 'next';
import { Document } from '@/components/shell/document';
import { brandCss } from '@/lib/tenancy/branding/css';
import { publishBrand } from '@/lib/tenancy/branding/publish';
import '../globals.css';

export const metadata: Metadata = {
  title: { default: 'Console', template: '%s · Console' },
  robots: { index: false, follow: false },
  icons: { icon: '/assets/rowhouse.svg' },
};

// A grey house of its own, so that nobody mistakes the console for a tenant.
const css = brandCss(
  publishBrand({ color: '#30343b', radius: 4, density: 'compact', name: 'Console' }).brand,
);

export default function ConsoleLayout({ children }: { children: React.ReactNode }) {
  return (
    <Document locale="en" css={css}>
      {children}
    </Document>
  );
}
