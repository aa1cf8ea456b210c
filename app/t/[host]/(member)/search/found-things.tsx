import Link from 'next/link';
import { NamedIcon } from '@/components/ui/named-icon';
import { wording } from '@/lib/language/request';
import type { FoundThings as Found } from '@/lib/tenancy/finding/find';

/** What modules found, each under its name. */
export async function FoundThings({ groups }: { groups: Found['groups'] }) {
  const t = await wording('member');
  return groups.map(({ module, title, icon, hits }) => (
    <section key={module}>
      <h2 className="mb-1 font-semibold">{t.said(title)}</h2>
      <ul className="divide-y divide-line border-line border-y">
        {hits.map(({ id, title: name, path }) => (
          <li key={id}>
            <Link
              href={path}
              className="flex items-center gap-2.5 px-2 py-2.5 transition-colors hover:bg-surface-hover"
            >
              <span className="text-muted">
                <NamedIcon name={icon} />
              </span>
              <span className="min-w-0 truncate font-medium">{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}
