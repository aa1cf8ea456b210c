import type { Metadata } from 'next';
import { Document } from '@/components/shell/document';
import '../globals.css';

export const metadata: Metadata = {
  title: { default: 'Rowhouse', template: '%s · Rowhouse' },
  icons: { icon: '/assets/rowhouse.svg' },
  description: 'Many tenants in one house, each behind a front door of its own.',
};

export default function SiteLayout({ children }: { children: React.ReactNode }) {
  return <Document locale="en">{children}</Document>;
}
