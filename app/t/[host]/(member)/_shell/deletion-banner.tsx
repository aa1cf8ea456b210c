import Link from 'next/link';
import { Banner } from '@/components/ui/banner';
import { formatDay, type Reader } from '@/lib/format';

interface Props {
  name: string;
  dueAt: Date;
  reader: Reader;
}

/** Over every page of those who can still take the deletion back. */
export function DeletionBanner({ name, dueAt, reader }: Props) {
  return (
    <Banner
      tone="danger"
      looks="bar"
      title={`${name} will be deleted on ${formatDay(dueAt, reader)}`}
      action={
        <Link href="/settings/data#deletion" className="font-medium text-danger-text underline">
          See or cancel
        </Link>
      }
    />
  );
}
