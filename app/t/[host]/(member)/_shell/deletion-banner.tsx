import Link from 'next/link';
import { Banner } from '@/components/ui/banner';
import { formatDay, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';

interface Props {
  name: string;
  dueAt: Date;
  reader: Reader;
}

/** Over every page of those who can still take the deletion back. */
export async function DeletionBanner({ name, dueAt, reader }: Props) {
  const t = await wording('member');
  return (
    <Banner
      tone="danger"
      looks="bar"
      title={t('{name} will be deleted on {day}', { name, day: formatDay(dueAt, reader) })}
      action={
        <Link href="/settings/data#deletion" className="font-medium text-danger-text underline">
          {t('See or cancel')}
        </Link>
      }
    />
  );
}
