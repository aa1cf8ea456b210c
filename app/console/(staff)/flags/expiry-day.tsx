import { Badge } from '@/components/ui/badge';
import { formatDay } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { readerIn } from '../_frame/words';

/** The day by which a flag is removed, or looked at anew. */
export async function ExpiryDay({ day }: { day: string }) {
  const t = await wording('console');
  const isOver = day < new Date().toISOString().slice(0, 10);
  return (
    <>
      {formatDay(new Date(`${day}T00:00:00Z`), readerIn(t.language))}
      {isOver ? (
        <Badge tone="warning" className="ml-2">
          {t('Overdue')}
        </Badge>
      ) : null}
    </>
  );
}
