import type { Metadata } from 'next';
import { NoticePage } from '@/components/shell/notice-page';
import { LinkButton } from '@/components/ui/link-button';
import { siteUrl } from '@/lib/tenancy/urls';

// The way out is an absolute address, known only where the product runs.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'No workspace at this address' };

export default function UnknownHost() {
  return (
    <NoticePage
      code="404"
      title="No workspace lives at this address"
      description="Check the spelling, or ask whoever sent you here. The address may have been given up."
      action={<LinkButton href={siteUrl()}>Go to the front page</LinkButton>}
    />
  );
}
