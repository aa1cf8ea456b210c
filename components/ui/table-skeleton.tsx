import { Skeleton } from './skeleton';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from './table';

const widths = ['w-40', 'w-24', 'w-32', 'w-16', 'w-28', 'w-20'];

/** Rows of the same height as the table to come. Pass the number of columns and rows it will have. */
export function TableSkeleton({ columns, rows = 8 }: { columns: number; rows?: number }) {
  const across = Array.from({ length: columns }, (_, at) => `column-${at}`);
  const down = Array.from({ length: rows }, (_, at) => `row-${at}`);
  return (
    <Table aria-hidden>
      <TableHead>
        <tr>
          {across.map((key) => (
            <TableHeader key={key}>
              <Skeleton className="h-3 w-14" />
            </TableHeader>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {down.map((row, y) => (
          <TableRow key={row} className="hover:bg-transparent">
            {across.map((key, x) => (
              <TableCell key={key}>
                <Skeleton className={`h-3.5 ${widths[(x + y) % widths.length]}`} />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
