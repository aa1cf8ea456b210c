import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatNumber, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { GivenTask } from '../shapes';
import { AboutLine } from './about-line';
import { Due } from './due';

/** Tasks with how far their people are. */
export async function GivenTable({
  tasks,
  reader,
}: {
  tasks: readonly GivenTask[];
  reader: Reader;
}) {
  const t = await wording('tasks');
  const number = (value: number) => formatNumber(value, reader.locale);
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Task')}</TableHeader>
          <TableHeader>{t('Due')}</TableHeader>
          <TableHeader numeric>{t('To review')}</TableHeader>
          <TableHeader numeric>{t('Returned')}</TableHeader>
          <TableHeader numeric>{t('Accepted')}</TableHeader>
          <TableHeader numeric>{t('People')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {tasks.map((task) => (
          <TableRow key={task.id}>
            <TableCell className="py-2">
              <Link href={`/tasks/${task.id}`} className="font-medium hover:underline">
                {task.title}
              </Link>
              {task.createdBy ? (
                <span className="block text-muted text-sm">{task.createdBy.name}</span>
              ) : null}
              {task.about ? (
                <span className="block break-words text-muted text-sm">
                  <AboutLine about={task.about} t={t} />
                </span>
              ) : null}
            </TableCell>
            <TableCell className="whitespace-nowrap tabular-nums">
              <Due at={task.dueAt} reader={reader} t={t} />
              {task.overdue ? (
                <span className="mt-0.5 block">
                  <Badge tone="danger">{t('Overdue')}</Badge>
                </span>
              ) : null}
            </TableCell>
            <TableCell numeric>{number(task.handedIn)}</TableCell>
            <TableCell numeric>{number(task.returned)}</TableCell>
            <TableCell numeric>{number(task.accepted)}</TableCell>
            <TableCell numeric>{number(task.people)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
