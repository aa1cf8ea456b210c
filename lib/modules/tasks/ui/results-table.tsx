import Link from 'next/link';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Result } from '../shapes';
import { StateMark } from './state-mark';

interface Props {
  task: { id: string; reviewed: boolean };
  people: readonly Result[];
  reader: Reader;
}

/** How far each person is. */
export async function ResultsTable({ task, people, reader }: Props) {
  const t = await wording('tasks');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Person')}</TableHeader>
          <TableHeader>{t('State')}</TableHeader>
          <TableHeader>{t('Handed in on')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <TableRow key={person.userId}>
            <TableCell>
              <Link
                href={`/tasks/${task.id}/people/${person.userId}`}
                className="font-medium hover:underline"
              >
                {person.name}
              </Link>
            </TableCell>
            <TableCell>
              <StateMark standing={person} reviewed={task.reviewed} t={t} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted tabular-nums">
              {person.handedInAt ? formatTime(person.handedInAt, reader) : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
