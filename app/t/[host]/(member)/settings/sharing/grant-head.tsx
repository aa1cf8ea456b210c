import { TableHead, TableHeader } from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';

/** Heads of the columns of both tables; `whose` names the roles. */
export function GrantHead({ whose }: { whose: string }) {
  const t = useWording('settings');
  return (
    <TableHead>
      <tr>
        <TableHeader>{t('Workspace')}</TableHeader>
        <TableHeader>{t('What is shared')}</TableHeader>
        <TableHeader className="hidden sm:table-cell">{whose}</TableHeader>
        <TableHeader className="hidden sm:table-cell">{t('State')}</TableHeader>
        <TableHeader>
          <span className="sr-only">{t('Actions')}</span>
        </TableHeader>
      </tr>
    </TableHead>
  );
}
