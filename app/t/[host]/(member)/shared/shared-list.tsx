import Link from 'next/link';
import type { ShownGrant } from '@/lib/access/grants/shapes';
import { formatDay, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';

/** Views of other workspaces, each with whose it is and until when it is open. */
export async function SharedList({ grants, reader }: { grants: ShownGrant[]; reader: Reader }) {
  const t = await wording('member');
  return (
    <ul className="border-line border-t">
      {grants.map(({ id, placeName, partner, purpose, endsAt }) => (
        <li key={id} className="border-line border-b py-2.5">
          <Link href={`/shared/${id}`} className="font-medium hover:underline">
            {placeName}
          </Link>
          <p className="text-pretty">{purpose}</p>
          <p className="text-muted text-sm">
            {t('Shared by {tenant} until {day}', {
              tenant: partner.name,
              day: formatDay(endsAt, reader),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
