import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { wording } from '@/lib/language/request';
import type { HomePlace } from '@/lib/tenancy/home/overview';
import { PlaceDot } from './place-dot';

interface Props {
  places: readonly HomePlace[];
  /** Slug of the workspace that is shown alone. */
  chosen: string | undefined;
}

/** Shows what is of one workspace, or of all. */
export async function PlaceFilter({ places, chosen }: Props) {
  const t = await wording('member');
  return (
    <nav aria-label={t('Show what is in')}>
      <ul className="scroll-quiet flex gap-1.5 overflow-x-auto p-0.5">
        <li className="shrink-0">
          <Choice href="/" isChosen={chosen === undefined}>
            {t('All workspaces')}
          </Choice>
        </li>
        {places.map(({ slug, name, color }) => (
          <li key={slug} className="max-w-full shrink-0">
            <Choice href={`/?from=${slug}`} isChosen={slug === chosen}>
              <PlaceDot color={color} />
              <span className="truncate">{name}</span>
            </Choice>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ChoiceProps {
  href: '/' | `/?from=${string}`;
  isChosen: boolean;
  children: ReactNode;
}

const Choice = ({ href, isChosen, children }: ChoiceProps) => (
  <Link
    href={href}
    scroll={false}
    aria-current={isChosen || undefined}
    className={cn(
      'flex h-control max-w-full items-center gap-2 rounded-control border px-3 transition-colors hover:bg-surface-hover',
      isChosen ? 'border-line-strong bg-surface-active font-medium' : 'border-line text-muted',
    )}
  >
    {children}
  </Link>
);
