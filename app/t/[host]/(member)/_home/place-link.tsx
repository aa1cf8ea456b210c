import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { wording } from '@/lib/language/request';
import type { HomePlace } from '@/lib/tenancy/home/overview';

interface Props {
  place: HomePlace | undefined;
  /** Path on the workspace's own host. */
  path: string;
  children: ReactNode;
}

const looks = 'text-link underline underline-offset-4 hover:text-link-hover';

/** A way to something in one of the person's workspaces; into another one by a hand-off. */
export async function PlaceLink({ place, path, children }: Props) {
  if (!place || place.isHere) {
    return (
      <Link href={path} className={looks}>
        {children}
      </Link>
    );
  }
  const t = await wording('member');
  return (
    <a href={`/switch/${place.slug}?path=${encodeURIComponent(path)}`} className={looks}>
      {children}
      <span className="ml-1 inline-flex items-center gap-0.5 whitespace-nowrap text-muted text-sm">
        <span className="sr-only">: </span>
        {t('Open there')}
        <ArrowRight aria-hidden className="size-3.5" />
      </span>
    </a>
  );
}
