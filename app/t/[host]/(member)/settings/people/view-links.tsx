import Link from 'next/link';
import { formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';

interface Props {
  view: 'members' | 'teams' | 'invitations' | 'fields';
  members: number;
  teams: number;
  /** Null for who sends none. */
  invitations: number | null;
  /** Null for who does not decide over them. */
  fields: number | null;
}

/** Members, teams, open invitations or fields of members, each with its count. */
export async function ViewLinks({ view, members, teams, invitations, fields }: Props) {
  const t = await wording('settings');
  const views = [
    { id: 'members', label: t('Members'), href: '/settings/people', count: members },
    { id: 'teams', label: t('Teams'), href: '/settings/people/teams', count: teams },
    {
      id: 'invitations',
      label: t('Invitations'),
      href: '/settings/people?view=invitations',
      count: invitations,
    },
    { id: 'fields', label: t('Fields'), href: '/settings/people/fields', count: fields },
  ];
  return (
    <nav aria-label={t('People')} className="flex gap-4 border-line border-b">
      {views.filter(isCounted).map(({ id, label, href, count }) => (
        <Link
          key={id}
          href={href}
          aria-current={id === view ? 'page' : undefined}
          className="relative flex h-9 items-center gap-1.5 text-muted transition-colors after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:rounded-full hover:text-ink focus-visible:-outline-offset-2 aria-[current]:font-medium aria-[current]:text-ink aria-[current]:after:bg-mark"
        >
          {label}
          <span className="text-subtle text-xs tabular-nums">{formatNumber(count, 'en')}</span>
        </Link>
      ))}
    </nav>
  );
}

interface View {
  count: number | null;
}

const isCounted = <V extends View>(view: V): view is V & { count: number } => view.count !== null;
