import { Badge, type BadgeTone } from '@/components/ui/badge';
import { TableCell } from '@/components/ui/table';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { GrantLine } from './grant-line';

const states: Record<GrantLine['state'], { label: Plain<'settings'>; tone: BadgeTone }> = {
  offered: { label: 'Waits for an answer', tone: 'warning' },
  accepted: { label: 'Open', tone: 'success' },
  declined: { label: 'Declined', tone: 'neutral' },
  ended: { label: 'Taken back', tone: 'neutral' },
  over: { label: 'Over', tone: 'neutral' },
};

/** With whom, what, for whom there and how long. */
export function GrantCells({ line }: { line: GrantLine }) {
  const t = useWording('settings');
  const { label, tone } = states[line.state];
  const shut = line.state === 'accepted' && !line.active;
  const named = line.roles.filter(({ key }) => line.open.length === 0 || line.open.includes(key));
  const roles = named.map(({ name }) => name).join(', ');
  return (
    <>
      <TableCell className="whitespace-normal py-2 align-top">
        <p className="font-medium">{line.partner}</p>
        <p className="hidden break-all text-muted text-sm sm:block">{line.address}</p>
      </TableCell>
      <TableCell className="whitespace-normal py-2 align-top">
        <p>
          {line.place}{' '}
          <span className="sm:hidden">
            <Badge tone={tone}>{t(label)}</Badge>
          </span>
        </p>
        <p className="text-pretty text-muted text-sm">{line.what}</p>
        <p className="text-pretty text-muted text-sm">{line.purpose}</p>
        <p className="text-pretty text-muted text-sm">{line.by}</p>
        <p className="text-pretty text-muted text-sm sm:hidden">
          {roles} · {line.until}
        </p>
      </TableCell>
      <TableCell className="hidden whitespace-normal py-2 align-top sm:table-cell">
        <p>{roles}</p>
      </TableCell>
      <TableCell className="hidden whitespace-normal py-2 align-top sm:table-cell">
        <Badge tone={shut ? 'neutral' : tone}>
          {shut ? t('Suspended at the moment') : t(label)}
        </Badge>
        <p className="text-muted text-sm">{line.until}</p>
      </TableCell>
    </>
  );
}
